import type { MatchRequest } from "@jobbmatch/matcher";
import { LRUCache } from "lru-cache";
import type { CandidateListAnswer } from "./answers/assessment.ts";

/** What an answer depends on. The units of the asker and of the request are part of it, so it never crosses them. */
export interface CandidateQuestion {
  readonly askerUnits: readonly string[] | null;
  /** Position of the index: every change of a person or a vacancy moves it. */
  readonly position: number;
  readonly vacancy: string;
  readonly request: MatchRequest & { readonly date: string };
}

/** Remembers candidate lists for as long as the index does not change. */
export class CandidateCache {
  readonly #answers: LRUCache<string, CandidateListAnswer>;

  /** @param size how many lists are remembered, 1 or more. */
  constructor(size: number) {
    this.#answers = new LRUCache({ max: size });
  }

  find(question: CandidateQuestion): CandidateListAnswer | undefined {
    return this.#answers.get(keyOf(question));
  }

  keep(question: CandidateQuestion, answer: CandidateListAnswer): void {
    this.#answers.set(keyOf(question), answer);
  }
}

function keyOf({ askerUnits, position, vacancy, request }: CandidateQuestion): string {
  const { units, date, limit, nearMisses, unknown, weights = {} } = request;
  const sortedWeights = Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    position,
    vacancy,
    sorted(askerUnits),
    sorted(units ?? null),
    date,
    limit,
    nearMisses,
    unknown,
    sortedWeights,
  ]);
}

function sorted(units: readonly string[] | null): readonly string[] | null {
  return units === null ? null : [...units].sort();
}
