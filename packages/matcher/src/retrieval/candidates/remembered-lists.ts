import { LRUCache } from "lru-cache";
import type { CompleteMatchRequest } from "../../request.ts";
import type { StoredVacancy } from "../../store/vacancy-store.ts";
import { type ListInNumbers, type PackedList, unpackedList } from "./packed-list.ts";

/** The changes of participants up to which the parts of a list are true. */
export interface ListRevisions {
  /** Who is on it. */
  readonly listed: number;
  /** What the rules left: no later than `listed`, since it is counted only when it is asked for. */
  readonly counted: number;
}

/** Who was on a vacancy's list or next to it, and what the rules left. */
export interface RememberedList extends ListInNumbers {
  readonly revisions: ListRevisions;
}

interface Kept {
  /** Another version of the vacancy is another object. */
  readonly stored: StoredVacancy;
  readonly revisions: ListRevisions;
  readonly list: PackedList;
}

/** Numbers that are kept in all: 64 MiB, some 8,000 lists of 25 people with up to 40 spare ones. */
const mostNumbers = 2 ** 23;
/** About what the rest of a list takes, in numbers. */
const numbersPerList = 100;

/**
 * The lists that were made last, for whoever asks again: so many that those of a municipality stay. What they hold is
 * true of the revisions that they name, and is brought up to date by whoever reads them.
 */
export class RememberedLists {
  readonly #lists = new LRUCache<string, Kept>({
    maxSize: mostNumbers,
    sizeCalculation: ({ list: { candidates, nearMisses } }) =>
      candidates.numbers.length + nearMisses.numbers.length + numbersPerList,
  });

  get(stored: StoredVacancy, request: CompleteMatchRequest): RememberedList | undefined {
    const kept = this.#lists.get(keyOf(stored, request));
    if (kept?.stored !== stored) return undefined;
    return { ...unpackedList(kept.list, stored.skills.length), revisions: kept.revisions };
  }

  set(
    stored: StoredVacancy,
    request: CompleteMatchRequest,
    list: PackedList,
    revisions: ListRevisions,
  ): void {
    this.#lists.set(keyOf(stored, request), { stored, revisions, list });
  }

  /** Forgets the lists that hold one of some people, so that nothing of somebody who is removed is kept. */
  forget(participants: ReadonlySet<string>): void {
    for (const [key, { list }] of this.#lists.entries()) {
      const held = [...list.candidates.ids, ...list.nearMisses.ids];
      if (held.some((id) => participants.has(id))) this.#lists.delete(key);
    }
  }
}

/** What decides who is on a list. */
function keyOf(
  { vacancy }: StoredVacancy,
  { date, units, unknown, limit, nearMisses, weights }: CompleteMatchRequest,
): string {
  return JSON.stringify([vacancy.id, date, units, unknown, limit, nearMisses, weights]);
}
