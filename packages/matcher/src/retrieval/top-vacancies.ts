import { type Assessment, assess } from "../explanation/assessment.ts";
import { TopList } from "../ranking/rank.ts";
import { completeWeights } from "../ranking/scorer.ts";
import type { CompleteMatchRequest } from "../request.ts";
import { openQuestions, QuestionTally, type TalliedQuestion } from "../rules/question-tally.ts";
import type { StoredParticipant } from "../store/participant-store.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import { Comparison } from "./compare.ts";
import { type JudgedVacancy, judgedVacancies } from "./judged-vacancies.ts";
import type { SearchIndex } from "./top-candidates.ts";

/** A vacancy on a participant's list. */
export interface VacancyMatch extends Assessment {
  /** 1 for the best. */
  readonly rank: number;
}

/** How many vacancies one rule closes to the participant. */
export interface ClosedBy {
  readonly rule: string;
  readonly vacancies: number;
}

/** The answer to "what fits this person?". */
export interface VacancyList {
  readonly participant: string;
  readonly date: string;
  /** How many vacancies were looked at. */
  readonly total: number;
  readonly vacancies: readonly VacancyMatch[];
  /** The best of those that exactly one rule closes; `rank` counts among them. */
  readonly nearMisses: readonly VacancyMatch[];
  readonly closedBy: readonly ClosedBy[];
  /** What to ask the person, the answers that settle most vacancies first. `settles` and `open` count vacancies. */
  readonly questions: readonly TalliedQuestion[];
  readonly model: string;
}

/** Ranks every vacancy that the rules leave open to one participant. */
export function topVacancies(
  index: SearchIndex,
  stored: StoredParticipant,
  vacancies: Iterable<StoredVacancy>,
  request: CompleteMatchRequest,
): VacancyList {
  const judged = judgedVacancies(index, stored.slot, vacancies, request).filter(({ hidden }) => !hidden);
  const open = judged.filter(({ blocking }) => blocking.length === 0);
  const missedOnce = judged.filter(({ blocking }) => blocking.length === 1);
  return {
    participant: stored.participant.id,
    date: request.date,
    total: judged.length,
    vacancies: assessed(bestOf(open, request.limit), index, stored, request),
    nearMisses: assessed(bestOf(missedOnce, request.nearMisses), index, stored, request),
    closedBy: countClosed(judged.flatMap(({ blocking }) => blocking)),
    questions: tallyQuestions(open, stored.slot),
    model: index.model,
  };
}

function bestOf(judged: readonly JudgedVacancy[], limit: number): readonly JudgedVacancy[] {
  const list = new TopList<JudgedVacancy>(limit);
  for (const each of judged) list.offer(each);
  return list.items;
}

function assessed(
  best: readonly JudgedVacancy[],
  { vectors }: SearchIndex,
  participant: StoredParticipant,
  { date, weights }: CompleteMatchRequest,
): VacancyMatch[] {
  const complete = completeWeights(weights);
  return best.map(({ stored, applied }, index) => {
    const pair = new Comparison(vectors, stored, date).with(participant);
    return assess({ pair, slot: participant.slot, applied, weights: complete }, { rank: index + 1 });
  });
}

function tallyQuestions(open: readonly JudgedVacancy[], slot: number): TalliedQuestion[] {
  const tally = new QuestionTally();
  for (const { unknown } of open) tally.add(openQuestions(unknown, slot));
  return tally.best();
}

function countClosed(rules: readonly string[]): ClosedBy[] {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .map(([rule, vacancies]) => ({ rule, vacancies }))
    .sort((a, b) => b.vacancies - a.vacancies);
}
