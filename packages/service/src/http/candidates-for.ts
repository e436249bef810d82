import type { MatchRequest } from "@jobbmatch/matcher";
import { readVacancy } from "../storage/queries/read-vacancy.ts";
import { candidateListOf } from "./answers/assessment.ts";
import type { RememberedList } from "./candidate-cache.ts";
import type { RequestContext } from "./route.ts";
import type { HttpServices } from "./services.ts";
import { unknownRecord } from "./stored-records.ts";

/**
 * The candidates of a stored vacancy, from memory if the index has not changed since they were asked for.
 *
 * @throws JobbmatchError `unknownVacancy`, also for a vacancy of other units.
 */
export async function candidatesFor(
  vacancy: string,
  request: MatchRequest & { readonly date: string },
  { context, services }: { readonly context: RequestContext; readonly services: HttpServices },
): Promise<RememberedList> {
  const { replica, candidateCache, database, metrics } = services;
  const askerUnits = context.asker.units;
  const remembered = candidateCache.find({ askerUnits, position: replica.position, vacancy, request });
  metrics.candidateAnswers.inc({ cache: remembered === undefined ? "miss" : "hit" });
  if (remembered !== undefined) return remembered;
  const visible = await readVacancy(database, { id: vacancy, units: askerUnits });
  if (visible === undefined) throw unknownRecord("unknownVacancy", vacancy);
  // From here on nothing is awaited, so the position is that of the answer.
  const { position } = replica;
  const answer = candidateListOf(replica.matcher.topCandidates(vacancy, request), position);
  const shown = [...answer.candidates, ...answer.nearMisses];
  const json = Buffer.from(JSON.stringify(answer));
  const list = { json, participants: shown.map(({ participant }) => participant) };
  candidateCache.keep({ askerUnits, position, vacancy, request }, list);
  return list;
}
