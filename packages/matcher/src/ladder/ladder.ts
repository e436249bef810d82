import type { LadderStep } from "@jobbmatch/shared";
import type { MatchRequest } from "../request.ts";
import type { VacancyMatch } from "../retrieval/vacancies/listed-vacancies.ts";
import type { VacancyList } from "../retrieval/vacancies/top-vacancies.ts";
import type { Remedy } from "../rules/rule.ts";

/** A ladder counts everything, so it takes no limits. */
export type LadderRequest = Omit<MatchRequest, "limit" | "nearMisses">;
export const ladderLimits = { limit: 10_000, nearMisses: 1000 } as const;

/** A remedy with how many places of one step it is part of the way to. */
export interface RankedRemedy extends Remedy {
  readonly vacancies: number;
}

/** What one step of the ladder offers a person today. */
export interface LadderRung {
  readonly step: LadderStep;
  /** Open places on this step that no requirement closes. */
  readonly open: number;
  /** Places on this step that exactly one requirement closes. */
  readonly nearMisses: number;
  /** The best open place, or else the best near miss. */
  readonly best?: VacancyMatch;
  /** What stands between the person and the near misses, those first that most places wait for. */
  readonly gap: readonly RankedRemedy[];
}

/** The steps between a person and ordinary work, as the vacancies of the day make them. */
export interface Ladder {
  readonly participant: string;
  /** ISO date. */
  readonly date: string;
  /** Where the person stands: 0 in no placement; absent when it is unknown. */
  readonly current?: LadderStep | 0;
  /** All four, from the first. */
  readonly rungs: readonly LadderRung[];
  /** The lowest step above the current one that has an open place, or else a near miss; absent when there is none. */
  readonly next?: LadderRung;
}

const steps: readonly LadderStep[] = [1, 2, 3, 4];

/** Builds the ladder from the vacancies that fit a person and those that nearly do. */
export function ladderOf(list: VacancyList, current: Ladder["current"]): Ladder {
  const rungs = steps.map((step) => rungOf(step, list));
  const above = rungs.filter(({ step }) => step > (current ?? 0));
  const next = above.find(({ open }) => open > 0) ?? above.find(({ nearMisses }) => nearMisses > 0);
  return {
    participant: list.participant,
    date: list.date,
    ...(current === undefined ? {} : { current }),
    rungs,
    ...(next === undefined ? {} : { next }),
  };
}

function rungOf(step: LadderStep, { vacancies, nearMisses }: VacancyList): LadderRung {
  const isOnStep = ({ ladder }: VacancyMatch) => ladder.step === step;
  const open = vacancies.filter(isOnStep);
  const missed = nearMisses.filter(isOnStep);
  const best = open[0] ?? missed[0];
  return {
    step,
    open: open.length,
    nearMisses: missed.length,
    ...(best === undefined ? {} : { best }),
    gap: rankRemedies(missed),
  };
}

function rankRemedies(missed: readonly VacancyMatch[]): RankedRemedy[] {
  const ranked = new Map<string, RankedRemedy>();
  for (const remedy of missed.flatMap(({ remedies }) => remedies)) {
    ranked.set(remedy.id, { ...remedy, vacancies: (ranked.get(remedy.id)?.vacancies ?? 0) + 1 });
  }
  return [...ranked.values()].sort((a, b) => b.vacancies - a.vacancies || (a.id < b.id ? -1 : 1));
}
