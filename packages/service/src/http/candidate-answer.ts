import type { Candidate, CandidateList } from "@jobbmatch/matcher";
import { assessmentOf, candidateFrameOf } from "./answers/assessment.ts";
import { Utf8Text } from "./utf8-text.ts";

/** The answer to a question for candidates, in words. */
export interface CandidateAnswer {
  /** Position of the index that it is current to. */
  readonly position: number;
  /** The JSON, in one piece: an answer that is sent again is neither put together nor copied again. */
  readonly json: Buffer;
  /** What it says of people, which is nearly all of it. */
  readonly people: WordedPeople;
}

/** What a list says of people. Places are bytes of the answer's JSON. */
interface WordedPeople {
  /** By id: the candidates, and after them those who nearly fit, each in their order. */
  readonly assessments: ReadonlyMap<string, WordedAssessment>;
  readonly candidates: number;
  /** Rules in the order in which they are asked about. */
  readonly questionOrder: string;
  readonly end: number;
}

/** Where an answer tells of one person, from the comma after the rank to the end. */
interface WordedAssessment {
  readonly score: number;
  readonly start: number;
  readonly end: number;
}

/** An answer to the same question, of the same vacancy as it is now. */
export interface FormerAnswer {
  readonly answer: CandidateAnswer;
  /** Whether somebody has not changed since; the rest of what is said of them depends on their score and the questions. */
  readonly isUnchanged: (participant: string) => boolean;
}

/**
 * Puts a list into words. What is said of each person is taken from a former answer where it has not changed, and all of it
 * in one piece if the same people stand on the list as before.
 */
export function candidateAnswer(
  list: CandidateList,
  position: number,
  former?: FormerAnswer,
): CandidateAnswer {
  const questionOrder = list.openAnswers.map(({ rule }) => rule).join();
  const known = former?.answer.people.questionOrder === questionOrder ? former : undefined;
  const { beginning, end } = candidateFrameOf(list, position);
  const ending = `],${JSON.stringify(end).slice(1)}`;
  if (known !== undefined && areSamePeople(list, known)) {
    const { json, people } = known.answer;
    return { position, people, json: Buffer.concat([json.subarray(0, people.end), Buffer.from(ending)]) };
  }
  const text = new Utf8Text();
  text.add(`${JSON.stringify(beginning).slice(0, -1)},"candidates":[`);
  const candidates = addPeople(text, list.candidates, known);
  text.add('],"nearMisses":[');
  const nearMisses = addPeople(text, list.nearMisses, known);
  const people = {
    assessments: new Map([...candidates, ...nearMisses]),
    candidates: candidates.length,
    questionOrder,
    end: text.end,
  };
  text.add(ending);
  return { position, people, json: text.whole() };
}

function addPeople(
  text: Utf8Text,
  people: readonly Candidate[],
  former: FormerAnswer | undefined,
): (readonly [participant: string, WordedAssessment])[] {
  return people.map((candidate, index) => {
    const { participant, rank, score } = candidate;
    text.add(`${index === 0 ? "" : ","}{"rank":${rank}`);
    const start = text.add(sameWords(candidate, former) ?? worded(candidate));
    return [participant, { score, start, end: text.end }];
  });
}

function worded(candidate: Candidate): string {
  return `,${JSON.stringify(assessmentOf(candidate)).slice(1)}`;
}

function sameWords(candidate: Candidate, former: FormerAnswer | undefined): Buffer | undefined {
  const same = former?.answer.people.assessments.get(candidate.participant);
  if (former === undefined || same === undefined || !isSame(candidate, same, former)) return undefined;
  return former.answer.json.subarray(same.start, same.end);
}

/** Whether the same people stand on both lists, in the same places, and the same is said of each. */
function areSamePeople({ candidates, nearMisses }: CandidateList, former: FormerAnswer): boolean {
  const { people } = former.answer;
  if (
    candidates.length !== people.candidates ||
    nearMisses.length !== people.assessments.size - people.candidates
  )
    return false;
  const listed = [...candidates, ...nearMisses];
  return [...people.assessments].every(([participant, same], place) => {
    const candidate = listed[place];
    return candidate?.participant === participant && isSame(candidate, same, former);
  });
}

function isSame(
  { participant, score }: Candidate,
  same: WordedAssessment,
  { isUnchanged }: FormerAnswer,
): boolean {
  return same.score === score && isUnchanged(participant);
}
