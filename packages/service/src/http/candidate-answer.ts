import type { Candidate, CandidateList } from "@jobbmatch/matcher";
import { assessmentOf, candidateFrameOf } from "./answers/assessment.ts";
import { Utf8Text } from "./utf8-text.ts";

/** The answer to a question for candidates, in words. */
export interface CandidateAnswer {
  /** Position of the index that it is current to. */
  readonly position: number;
  /** The JSON, in one piece: an answer that is sent again is neither put together nor copied again. */
  readonly json: Buffer;
  /** What it says of each person, by id, in the order of the answer. */
  readonly assessments: ReadonlyMap<string, WordedAssessment>;
}

/** What is said of one person, whatever the rank, and what that depends on beside the two records. */
export interface WordedAssessment {
  readonly score: number;
  /** Rules in the order in which they are asked about. */
  readonly questionOrder: string;
  /** What comes after the rank, from the comma to the end: a part of the whole answer's. */
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
  const text = new Utf8Text();
  const places: (readonly [Candidate, start: number, end: number])[] = [];
  const addRanked = (people: readonly Candidate[]) => {
    for (const [index, candidate] of people.entries()) {
      text.add(`${index === 0 ? "" : ","}{"rank":${candidate.rank}`);
      const same = former.get(candidate.participant);
      const isSame = same?.score === candidate.score && same.questionOrder === questionOrder;
      const start = text.add(isSame ? same.json : worded(candidate));
      places.push([candidate, start, text.end]);
    }
  };
  const { beginning, end } = candidateFrameOf(list, position);
  text.add(`${JSON.stringify(beginning).slice(0, -1)},"candidates":[`);
  addRanked(candidates);
  text.add('],"nearMisses":[');
  addRanked(nearMisses);
  text.add(`],${JSON.stringify(end).slice(1)}`);
  const json = text.whole();
  const assessments = places.map(([{ participant, score }, ...place]) => {
    return [participant, { score, questionOrder, json: json.subarray(...place) }] as const;
  });
  return { position, json, assessments: new Map(assessments) };
}

function worded(candidate: Candidate): string {
  return `,${JSON.stringify(assessmentOf(candidate)).slice(1)}`;
}
