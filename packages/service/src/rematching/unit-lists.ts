import { LeastScores } from "@jobbmatch/matcher";
import type { ListState } from "../storage/queries/read-list-states.ts";
import { nearMissLimit, shortlistLimit } from "./compute-shortlist.ts";

/** A stored shortlist, with what it takes to stand on it. */
export interface KnownList extends ListState {
  /** The score with which somebody whom the rules allow enters the list. */
  readonly leastToEnter: number;
  /** The score with which somebody whom one rule excludes is among the near misses. */
  readonly leastToNearlyMiss: number;
  /** Whether nobody stands on it and nothing is demanded: so are those of vacancies that are not open. */
  readonly isBare: boolean;
}

/** Scores of two processes differ in the last digits: a little less than the last score of a list may reach it. */
const scoreTolerance = 1e-6;

/** The score that nobody reaches. */
const nobody = Number.POSITIVE_INFINITY;

/** A unit's shortlists, and who stands on which. */
export class UnitLists {
  readonly #lists = new Map<string, KnownList>();
  readonly #vacancies = new Map<string, Set<string>>();
  readonly #closedOn = new Map<string, string>();
  readonly #leastScores = new LeastScores();
  /** ISO date of the day that the least scores hold for. */
  #day = "";

  constructor(lists: Iterable<ListState>) {
    for (const list of lists) this.set(list);
  }

  get(vacancy: string): KnownList | undefined {
    return this.#lists.get(vacancy);
  }

  all(): readonly KnownList[] {
    return [...this.#lists.values()];
  }

  /** Vacancies whose lists hold somebody, as a candidate or as a near miss. */
  holding(participant: string): Iterable<string> {
    return this.#vacancies.get(participant) ?? [];
  }

  /**
   * Notes that somebody has looked and found a vacancy closed on a day, ISO date. It stays so until the vacancy itself
   * changes, and then its list is made anew.
   */
  noteClosed(vacancy: string, date: string): void {
    this.#closedOn.set(vacancy, date);
    const list = this.#lists.get(vacancy);
    if (list !== undefined) this.#keepLeastScores(list);
  }

  /** Whether the vacancy was found closed, on that day or before. */
  isKnownClosed(vacancy: string, date: string): boolean {
    const day = this.#closedOn.get(vacancy);
    return day !== undefined && day <= date;
  }

  /**
   * What it takes to stand on the lists on a day, ISO date: nobody reaches those of vacancies that are known to be closed then,
   * and everybody those that are not known.
   */
  leastScoresOn(date: string): LeastScores {
    if (this.#day !== date) {
      this.#day = date;
      for (const list of this.#lists.values()) this.#keepLeastScores(list);
    }
    return this.#leastScores;
  }

  set(state: ListState): void {
    this.#forget(state.vacancy);
    const list = known(state);
    this.#lists.set(list.vacancy, list);
    this.#keepLeastScores(list);
    for (const participant of membersOf(list)) {
      const vacancies = this.#vacancies.get(participant) ?? new Set();
      this.#vacancies.set(participant, vacancies.add(list.vacancy));
    }
  }

  delete(vacancy: string): void {
    this.#forget(vacancy);
    this.#leastScores.delete(vacancy);
  }

  #keepLeastScores({ vacancy, isBare, leastToEnter, leastToNearlyMiss }: KnownList): void {
    const isClosed = isBare && this.isKnownClosed(vacancy, this.#day);
    const [allowed, nearMiss] = isClosed ? [nobody, nobody] : [leastToEnter, leastToNearlyMiss];
    this.#leastScores.set(vacancy, { allowed, nearMiss });
  }

  #forget(vacancy: string): void {
    this.#closedOn.delete(vacancy);
    const list = this.#lists.get(vacancy);
    if (list === undefined) return;
    this.#lists.delete(vacancy);
    for (const participant of membersOf(list)) {
      const vacancies = this.#vacancies.get(participant);
      vacancies?.delete(vacancy);
      if (vacancies?.size === 0) this.#vacancies.delete(participant);
    }
  }
}

function membersOf({ entries, nearMisses }: ListState): readonly string[] {
  return [...entries, ...nearMisses];
}

function known(list: ListState): KnownList {
  const { entries, nearMisses, lowestScore, lowestNearMissScore, hasRules } = list;
  const whoNearlyMisses = leastScore(nearMisses.length < nearMissLimit, lowestNearMissScore);
  return {
    ...list,
    leastToEnter: leastScore(entries.length < shortlistLimit, lowestScore),
    leastToNearlyMiss: hasRules ? whoNearlyMisses : nobody,
    isBare: !hasRules && entries.length + nearMisses.length === 0,
  };
}

function leastScore(hasRoom: boolean, lowest: number | null): number {
  return hasRoom || lowest === null ? Number.NEGATIVE_INFINITY : lowest - scoreTolerance;
}
