import type { MatchRequest } from "@jobbmatch/matcher";
import { LRUCache } from "lru-cache";
import type { CandidateAnswer } from "./candidate-answer.ts";

/** What an answer depends on beside the index. The units of the asker and of the request are part of it, so it never crosses them. */
export interface CandidateQuestion {
  readonly askerUnits: readonly string[] | null;
  readonly vacancy: string;
  readonly request: MatchRequest & { readonly date: string };
}

/** The most bytes of all remembered answers together: some 3,500 of 25 people. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Remembers the last answer to each question. It is sent again as it is while the index does not change, and most of it is
 * used again afterwards.
 */
export class CandidateCache {
  readonly #answers: LRUCache<string, CandidateAnswer>;

  /** @param size how many answers are remembered, 1 or more; not more than some 256 million bytes of them. */
  constructor(size: number) {
    this.#answers = new LRUCache({
      max: size,
      maxSize: mostBytes,
      sizeCalculation: ({ people, ending }) => people.json.byteLength + ending.byteLength,
    });
  }

  find(question: CandidateQuestion): CandidateAnswer | undefined {
    return this.#answers.get(keyOf(question));
  }

  keep(question: CandidateQuestion, answer: CandidateAnswer): void {
    this.#answers.set(keyOf(question), answer);
  }

  /** Forgets the answers that speak of one of some people who are erased. */
  forget(participants: readonly string[]): void {
    for (const [key, { people }] of this.#answers.entries()) {
      if (participants.some((id) => people.assessments.has(id))) this.#answers.delete(key);
    }
  }
}

function keyOf({ askerUnits, vacancy, request }: CandidateQuestion): string {
  const { units, date, limit, nearMisses, unknown, weights = {} } = request;
  const sortedWeights = Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
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
