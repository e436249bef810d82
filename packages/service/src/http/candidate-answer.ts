import type { Candidate, CandidateList } from "@jobbmatch/matcher";
import { assessmentOf, candidateFrameOf } from "./answers/assessment.ts";

/** The answer to a question for candidates, in words. */
export interface CandidateAnswer {
  /** Position of the index that it is current to. */
  readonly position: number;
  /** The JSON, one piece after the other. */
  readonly pieces: readonly Buffer[];
  /** What it says of each person, by id, in the order of the answer. */
  readonly assessments: ReadonlyMap<string, WordedAssessment>;
}

/** What is said of one person, whatever the rank, and what that depends on beside the two records. */
export interface WordedAssessment {
  readonly score: number;
  /** Rules in the order in which they are asked about. */
  readonly questionOrder: string;
  /** What comes after the rank, from the comma to the end. */
  readonly json: Buffer;
}

/**
 * Puts a list into words. Nearly all of that is what is said of each person, so it is taken from a former answer where it
 * has not changed.
 *
 * @param former what an answer to the same question said: only of those who have not changed since, as the vacancy.
 */
export function candidateAnswer(
  list: CandidateList,
  position: number,
  former: ReadonlyMap<string, WordedAssessment> = new Map(),
): CandidateAnswer {
  const { candidates, nearMisses, openAnswers } = list;
  const questionOrder = openAnswers.map(({ rule }) => rule).join();
  const assessments = new Map(
    [...candidates, ...nearMisses].map((candidate) => {
      const same = former.get(candidate.participant);
      const isSame = same?.score === candidate.score && same.questionOrder === questionOrder;
      return [candidate.participant, isSame ? same : worded(candidate, questionOrder)];
    }),
  );
  const ranked = (people: readonly Candidate[]) =>
    people.flatMap(({ rank, participant }, index) => [
      Buffer.from(`${index === 0 ? "" : ","}{"rank":${rank}`),
      assessments.get(participant)?.json ?? Buffer.of(),
    ]);
  const { beginning, end } = candidateFrameOf(list, position);
  const pieces = [
    Buffer.from(`${JSON.stringify(beginning).slice(0, -1)},"candidates":[`),
    ...ranked(candidates),
    Buffer.from('],"nearMisses":['),
    ...ranked(nearMisses),
    Buffer.from(`],${JSON.stringify(end).slice(1)}`),
  ];
  return { position, pieces, assessments };
}

function worded(candidate: Candidate, questionOrder: string): WordedAssessment {
  const json = Buffer.from(`,${JSON.stringify(assessmentOf(candidate)).slice(1)}`);
  return { score: candidate.score, questionOrder, json };
}
