import type { MatchRequest } from "@jobbmatch/matcher";
import { LRUCache } from "lru-cache";

/** What an answer depends on. The units of the asker and of the request are part of it, so it never crosses them. */
export interface CandidateQuestion {
  readonly askerUnits: readonly string[] | null;
  /** Position of the index: every change of a person or a vacancy moves it. */
  readonly position: number;
  readonly vacancy: string;
  readonly request: MatchRequest & { readonly date: string };
}

/** A list as it is sent, and whom it shows. */
export interface RememberedList {
  /** As bytes, so that nothing is encoded again for each asker. */
  readonly json: Buffer;
  readonly participants: readonly string[];
}

/** The most bytes of all remembered lists together. */
const mostBytes = 128 * 1024 * 1024;

/** Remembers candidate lists for as long as the index does not change. */
export class CandidateCache {
  readonly #lists: LRUCache<string, RememberedList>;

  /** @param size how many lists are remembered, 1 or more; not more than some 128 million bytes of them. */
  constructor(size: number) {
    this.#lists = new LRUCache({
      max: size,
      maxSize: mostBytes,
      sizeCalculation: ({ json }) => json.byteLength,
    });
  }

  find(question: CandidateQuestion): RememberedList | undefined {
    return this.#lists.get(keyOf(question));
  }

  keep(question: CandidateQuestion, list: RememberedList): void {
    this.#lists.set(keyOf(question), list);
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
