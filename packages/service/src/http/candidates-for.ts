import type { MatchRequest } from "@jobbmatch/matcher";
import { readVacancy } from "../storage/queries/read-vacancy.ts";
import type { VisibleUnits } from "../storage/visible.ts";
import { type CandidateAnswer, candidateAnswer, type FormerAnswer } from "./candidate-answer.ts";
import type { RequestContext } from "./route.ts";
import type { HttpServices, ReadableReplica } from "./services.ts";
import { unknownRecord } from "./stored-records.ts";

/**
 * The candidates of a stored vacancy. While the index has not changed, the answer comes from memory; afterwards, what it
 * says of people who have not changed.
 *
 * @throws JobbmatchError `unknownVacancy`, also for a vacancy of other units.
 */
export async function candidatesFor(
  vacancy: string,
  request: MatchRequest & { readonly date: string },
  { context, services }: { readonly context: RequestContext; readonly services: HttpServices },
): Promise<CandidateAnswer> {
  const { replica, candidateCache, metrics } = services;
  const askerUnits = context.asker.units;
  const question = { askerUnits, vacancy, request };
  const remembered = candidateCache.find(question);
  const isCurrent = remembered?.position === replica.position;
  metrics.candidateAnswers.inc({ cache: isCurrent ? "hit" : "miss" });
  if (isCurrent) return remembered;
  // Who may see a vacancy that has not changed was found out for the former answer.
  if (formerAnswer(remembered, vacancy, replica) === undefined)
    await checkVisible(vacancy, askerUnits, services);
  // From here on nothing is awaited, so the position is that of the answer.
  const { position } = replica;
  const former = formerAnswer(candidateCache.find(question), vacancy, replica);
  const answer = candidateAnswer({ matcher: replica.matcher, position, vacancy, request }, former);
  candidateCache.keep(question, answer);
  return answer;
}

/** Looks again if the index has come to know of a change of the vacancy meanwhile, which the look may have missed. */
async function checkVisible(
  vacancy: string,
  units: VisibleUnits,
  { database, replica }: HttpServices,
): Promise<void> {
  let position: number;
  do {
    position = replica.position;
    const visible = await readVacancy(database, { id: vacancy, units });
    if (visible === undefined) throw unknownRecord("unknownVacancy", vacancy);
  } while (replica.changes.ofVacancy(vacancy) > position);
}

/** An answer that was given before, unless the vacancy has changed since. */
export function formerAnswer(
  answer: CandidateAnswer | undefined,
  vacancy: string,
  { changes }: Pick<ReadableReplica, "changes">,
): FormerAnswer | undefined {
  if (answer === undefined || changes.ofVacancy(vacancy) > answer.position) return undefined;
  return { answer, isUnchanged: (participant) => changes.ofParticipant(participant) <= answer.position };
}
