import { type Assessment, assess } from "../explanation/assessment.ts";
import { compareScored } from "../ranking/rank.ts";
import { completeWeights } from "../ranking/scorer.ts";
import type { CompleteMatchRequest } from "../request.ts";
import type { Question } from "../rules/rule.ts";
import type { StoredParticipant } from "../store/participant-store.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import { Comparison } from "./compare.ts";
import { isBeyondBorder, requirementsOf, type SearchIndex } from "./top-candidates.ts";

/** A vacancy on a participant's list. */
export interface VacancyMatch extends Assessment {
  /** 1 for the best. */
  readonly rank: number;
}

/** A question to the participant, with what its answer is worth. */
export interface RankedQuestion extends Question {
  /** Vacancies for which nothing but this answer is open. */
  readonly settles: number;
  /** Vacancies for which the answer is open, alone or among others. */
  readonly vacancies: number;
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
  /** What to ask the person, the answers that settle most vacancies first. */
  readonly questions: readonly RankedQuestion[];
  readonly model: string;
}

/** Ranks every vacancy that the rules leave open to one participant. */
export function topVacancies(
  index: SearchIndex,
  stored: StoredParticipant,
  vacancies: Iterable<StoredVacancy>,
  request: CompleteMatchRequest,
): VacancyList {
  const assessed = [...vacancies].flatMap((vacancy) => assessVisible(index, stored, vacancy, request));
  const blocked = (assessment: Assessment) => blockingRules(assessment, request);
  const open = assessed.filter((assessment) => blocked(assessment).length === 0);
  const missedOnce = assessed.filter((assessment) => blocked(assessment).length === 1);
  return {
    participant: stored.participant.id,
    date: request.date,
    total: assessed.length,
    vacancies: rankedVacancies(open, request.limit),
    nearMisses: rankedVacancies(missedOnce, request.nearMisses),
    closedBy: countClosed(assessed.flatMap(blocked)),
    questions: rankQuestions(open),
    model: index.model,
  };
}

/** The assessment of one pair, or nothing if the participant lies beyond a border. */
function assessVisible(
  index: SearchIndex,
  stored: StoredParticipant,
  vacancy: StoredVacancy,
  request: CompleteMatchRequest,
): Assessment[] {
  const applied = requirementsOf(index.participants, vacancy, request);
  if (isBeyondBorder(stored, applied)) return [];
  const pair = new Comparison(index.vectors, vacancy, request.date).with(stored);
  return [assess(pair, stored.slot, applied, completeWeights(request.weights))];
}

function blockingRules({ rules }: Assessment, { unknown }: CompleteMatchRequest): string[] {
  return rules
    .filter(({ outcome }) => outcome === "fail" || (outcome === "unknown" && unknown === "exclude"))
    .map(({ rule }) => rule);
}

function rankedVacancies(assessments: readonly Assessment[], limit: number): VacancyMatch[] {
  return assessments
    .map((assessment) => ({ id: assessment.vacancy, score: assessment.score, assessment }))
    .sort(compareScored)
    .slice(0, limit)
    .map(({ assessment }, index) => ({ rank: index + 1, ...assessment }));
}

function countClosed(rules: readonly string[]): ClosedBy[] {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .map(([rule, vacancies]) => ({ rule, vacancies }))
    .sort((a, b) => b.vacancies - a.vacancies);
}

function rankQuestions(open: readonly Assessment[]): RankedQuestion[] {
  const ranked = new Map<string, RankedQuestion>();
  for (const { questions } of open) {
    for (const question of questions) {
      const { settles = 0, vacancies = 0 } = ranked.get(question.id) ?? {};
      ranked.set(question.id, {
        ...question,
        settles: settles + (questions.length === 1 ? 1 : 0),
        vacancies: vacancies + 1,
      });
    }
  }
  return [...ranked.values()].sort(
    (a, b) => b.settles - a.settles || b.vacancies - a.vacancies || (a.id < b.id ? -1 : 1),
  );
}
