import type { MatchRequest } from "@jobbmatch/matcher";
import { readVacancy } from "../storage/queries/read-vacancy.ts";
import { type CandidateAnswer, candidateAnswer, type WordedAssessment } from "./candidate-answer.ts";
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
  const { replica, candidateCache, database, metrics } = services;
  const askerUnits = context.asker.units;
  const question = { askerUnits, vacancy, request };
  const remembered = candidateCache.find(question);
  const isCurrent = remembered?.position === replica.position;
  metrics.candidateAnswers.inc({ cache: isCurrent ? "hit" : "miss" });
  if (isCurrent) return remembered;
  const visible = await readVacancy(database, { id: vacancy, units: askerUnits });
  if (visible === undefined) throw unknownRecord("unknownVacancy", vacancy);
  // From here on nothing is awaited, so the position is that of the answer.
  const { position } = replica;
  const former = candidateCache.find(question);
  const list = replica.matcher.topCandidates(vacancy, request);
  const answer = candidateAnswer(list, position, unchangedSince(former, vacancy, replica));
  candidateCache.keep(question, answer);
  return answer;
}

/** What an answer said of those who have not changed since it was given; nothing if the vacancy has. */
export function unchangedSince(
  answer: CandidateAnswer | undefined,
  vacancy: string,
  { changes }: Pick<ReadableReplica, "changes">,
): ReadonlyMap<string, WordedAssessment> {
  if (answer === undefined || changes.ofVacancy(vacancy) > answer.position) return new Map();
  return new Map(
    [...answer.assessments].filter(([participant]) => changes.ofParticipant(participant) <= answer.position),
  );
}
