import type { Candidate, CandidateList } from "@jobbmatch/matcher";
import { assessmentOf, candidateFrameOf } from "./answers/assessment.ts";

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
  const said = (candidate: Candidate): Buffer => {
    const same = former.get(candidate.participant);
    const isSame = same?.score === candidate.score && same.questionOrder === questionOrder;
    return isSame ? same.json : worded(candidate);
  };
  const ranked = (people: readonly Candidate[]): Piece[] =>
    people.flatMap((about, index) => [
      { bytes: Buffer.from(`${index === 0 ? "" : ","}{"rank":${about.rank}`) },
      { bytes: said(about), about },
    ]);
  const { beginning, end } = candidateFrameOf(list, position);
  const pieces = [
    { bytes: Buffer.from(`${JSON.stringify(beginning).slice(0, -1)},"candidates":[`) },
    ...ranked(candidates),
    { bytes: Buffer.from('],"nearMisses":[') },
    ...ranked(nearMisses),
    { bytes: Buffer.from(`],${JSON.stringify(end).slice(1)}`) },
  ];
  return { position, ...joined(pieces, questionOrder) };
}

/** Bytes of an answer, and whom they are about if it is one person. */
interface Piece {
  readonly bytes: Buffer;
  readonly about?: Candidate;
}

/** The pieces as one, so that what is kept of an answer lies in memory once. */
function joined(pieces: readonly Piece[], questionOrder: string): Omit<CandidateAnswer, "position"> {
  const json = Buffer.concat(pieces.map(({ bytes }) => bytes));
  const assessments = new Map<string, WordedAssessment>();
  let start = 0;
  for (const { bytes, about } of pieces) {
    const end = start + bytes.length;
    if (about !== undefined) {
      const { participant, score } = about;
      assessments.set(participant, { score, questionOrder, json: json.subarray(start, end) });
    }
    start = end;
  }
  return { json, assessments };
}

function worded(candidate: Candidate): Buffer {
  return Buffer.from(`,${JSON.stringify(assessmentOf(candidate)).slice(1)}`);
}
