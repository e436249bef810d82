import type { Candidate, CandidateList, CandidateRanking, Matcher, MatchRequest } from "@jobbmatch/matcher";
import { assessmentOf, candidateFrameOf } from "./answers/assessment.ts";
import { Utf8Text } from "./utf8-text.ts";

/** The answer to a question for candidates, in words. */
export interface CandidateAnswer {
  /** Position of the index that it is current to. */
  readonly position: number;
  /** The JSON up to the end of what it says of people, which is nearly all of it; answers that say the same share it. */
  readonly people: WordedPeople;
  /** The rest of the JSON. */
  readonly ending: Buffer;
}

/** What a list says of people. */
interface WordedPeople {
  readonly json: Buffer;
  /** By id: the candidates, and after them those who nearly fit, each in their order. */
  readonly assessments: ReadonlyMap<string, WordedAssessment>;
  readonly candidates: number;
  /** Rules in the order in which they are asked about. */
  readonly questionOrder: string;
}

/** Where the JSON tells of one person, from the comma after the rank to the end, in bytes. */
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

/** Who is asked for, in what the index holds at a position. */
export interface CandidateSearch {
  readonly matcher: Pick<Matcher, "rankCandidates" | "topCandidates">;
  readonly position: number;
  readonly vacancy: string;
  readonly request: MatchRequest;
}

/**
 * Finds the candidates, and puts into words what a former answer does not say already. What it says of people holds some 70
 * kilobytes: copied for each answer while others change something, they kept the collector of garbage busy, and answers
 * waited for that.
 */
export function candidateAnswer(search: CandidateSearch, former?: FormerAnswer): CandidateAnswer {
  const { matcher, position, vacancy, request } = search;
  const repeated = former && repeatedAnswer(matcher.rankCandidates(vacancy, request), position, former);
  return repeated ?? wordedAnswer(matcher.topCandidates(vacancy, request), position, former);
}

/** The same answer with other counts, if the same people stand on the list as in a former one and the same is said of each. */
function repeatedAnswer(
  ranking: CandidateRanking,
  position: number,
  former: FormerAnswer,
): CandidateAnswer | undefined {
  const { counts } = ranking;
  const { people } = former.answer;
  if (counts === undefined || people.questionOrder !== questionOrderOf(counts)) return undefined;
  if (!areSamePeople(ranking, former)) return undefined;
  const { end } = candidateFrameOf({ ...ranking, ...counts }, position);
  return { position, people, ending: endingOf(end) };
}

/** Puts a list into words. What is said of each person is taken from a former answer where it has not changed. */
function wordedAnswer(
  list: CandidateList,
  position: number,
  former: FormerAnswer | undefined,
): CandidateAnswer {
  const questionOrder = questionOrderOf(list);
  const known = former?.answer.people.questionOrder === questionOrder ? former : undefined;
  const { beginning, end } = candidateFrameOf(list, position);
  const text = new Utf8Text();
  text.add(`${JSON.stringify(beginning).slice(0, -1)},"candidates":[`);
  const candidates = addPeople(text, list.candidates, known);
  text.add('],"nearMisses":[');
  const nearMisses = addPeople(text, list.nearMisses, known);
  const people = {
    json: text.whole(),
    assessments: new Map([...candidates, ...nearMisses]),
    candidates: candidates.length,
    questionOrder,
  };
  return { position, people, ending: endingOf(end) };
}

function questionOrderOf({ openAnswers }: Pick<CandidateList, "openAnswers">): string {
  return openAnswers.map(({ rule }) => rule).join();
}

/** What comes after the people. */
function endingOf(end: object): Buffer {
  return Buffer.from(`],${JSON.stringify(end).slice(1)}`);
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
  return former.answer.people.json.subarray(same.start, same.end);
}

/** Whether the same people stand on both lists, in the same places, and the same is said of each. */
function areSamePeople({ candidates, nearMisses }: CandidateRanking, former: FormerAnswer): boolean {
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
  { participant, score }: Pick<Candidate, "participant" | "score">,
  same: WordedAssessment,
  { isUnchanged }: FormerAnswer,
): boolean {
  return same.score === score && isUnchanged(participant);
}
