import { LRUCache } from "lru-cache";
import { placesPerSlot } from "../ranking/feature-column.ts";
import { similaritiesOf } from "../ranking/slot-similarities.ts";
import type { CompleteMatchRequest } from "../request.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import type { Funnel, OpenAnswer } from "./apply-rules.ts";
import type { ScoredSlot } from "./best-slots.ts";

/** Who was on a vacancy's list or next to it, and what the rules left, after so many changes of participants. */
export interface RememberedList {
  readonly revision: number;
  readonly candidates: readonly ScoredSlot[];
  readonly nearMisses: readonly ScoredSlot[];
  readonly funnel: Funnel;
  readonly openAnswers: readonly OpenAnswer[];
}

interface Kept {
  /** Another version of the vacancy is another object. */
  readonly stored: StoredVacancy;
  readonly list: Omit<RememberedList, "candidates" | "nearMisses">;
  readonly candidates: PackedSlots;
  readonly nearMisses: PackedSlots;
}

/** Slots with ids, and for each the score and the similarities in a row. */
interface PackedSlots {
  readonly slots: readonly { readonly id: string; readonly slot: number }[];
  readonly numbers: Float64Array;
}

/** Numbers that are kept in all: 16 MiB, some 6,000 lists of 25 people. */
const mostNumbers = 2 ** 21;
/** About what the rest of a list takes, in numbers. */
const numbersPerList = 100;

/**
 * The lists that were made last, for whoever asks again: so many that those of a municipality stay. What they hold is
 * true of the revision that they name, and is brought up to date by whoever reads them.
 */
export class RememberedLists {
  readonly #lists = new LRUCache<string, Kept>({
    maxSize: mostNumbers,
    sizeCalculation: ({ candidates, nearMisses }) =>
      candidates.numbers.length + nearMisses.numbers.length + numbersPerList,
  });

  get(stored: StoredVacancy, request: CompleteMatchRequest): RememberedList | undefined {
    const kept = this.#lists.get(keyOf(stored, request));
    if (kept?.stored !== stored) return undefined;
    const skills = stored.skills.length;
    return {
      ...kept.list,
      candidates: unpacked(kept.candidates, skills),
      nearMisses: unpacked(kept.nearMisses, skills),
    };
  }

  set(stored: StoredVacancy, request: CompleteMatchRequest, remembered: RememberedList): void {
    const { candidates, nearMisses, ...list } = remembered;
    this.#lists.set(keyOf(stored, request), {
      stored,
      list,
      candidates: packed(candidates),
      nearMisses: packed(nearMisses),
    });
  }
}

/** What decides who is on a list. */
function keyOf(
  { vacancy }: StoredVacancy,
  { date, units, unknown, limit, nearMisses, weights }: CompleteMatchRequest,
): string {
  return JSON.stringify([vacancy.id, date, units, unknown, limit, nearMisses, weights]);
}

function packed(best: readonly ScoredSlot[]): PackedSlots {
  const numbers = best.flatMap(({ score, similarities: { texts, skills } }) => [score, ...texts, ...skills]);
  return { slots: best.map(({ id, slot }) => ({ id, slot })), numbers: Float64Array.from(numbers) };
}

function unpacked({ slots, numbers }: PackedSlots, skillCount: number): ScoredSlot[] {
  const each = 1 + placesPerSlot + skillCount;
  return slots.map(({ id, slot }, index) => {
    const [score = 0] = numbers.subarray(index * each);
    const texts = numbers.subarray(index * each + 1, index * each + 1 + placesPerSlot);
    const skills = numbers.subarray(index * each + 1 + placesPerSlot, (index + 1) * each);
    return { id, slot, score, similarities: similaritiesOf(texts, skills) };
  });
}
