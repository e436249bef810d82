import { placesPerSlot } from "../../ranking/feature-column.ts";
import { similaritiesOf } from "../../ranking/slot-similarities.ts";
import type { FunnelCounts } from "../rule-counts.ts";
import type { ScoredSlot } from "./best-slots.ts";

/** Who is on a vacancy's list, and what the rules left. */
export interface ListInNumbers extends FunnelCounts {
  readonly candidates: readonly ScoredSlot[];
  readonly nearMisses: readonly ScoredSlot[];
}

/** The same with few objects: to be kept, or sent from one thread to another. */
export interface PackedList extends FunnelCounts {
  readonly candidates: PackedSlots;
  readonly nearMisses: PackedSlots;
}

/** Slots with ids, and for each the score and the similarities in a row. */
interface PackedSlots {
  readonly ids: readonly string[];
  readonly slots: Uint32Array;
  readonly numbers: Float64Array;
}

export function packedList({ candidates, nearMisses, funnel, openAnswers }: ListInNumbers): PackedList {
  return { candidates: packed(candidates), nearMisses: packed(nearMisses), funnel, openAnswers };
}

/** @param skillCount how many skills the vacancy asks for. */
export function unpackedList(
  { candidates, nearMisses, funnel, openAnswers }: PackedList,
  skillCount: number,
): ListInNumbers {
  return {
    candidates: unpacked(candidates, skillCount),
    nearMisses: unpacked(nearMisses, skillCount),
    funnel,
    openAnswers,
  };
}

function packed(best: readonly ScoredSlot[]): PackedSlots {
  const [first] = best;
  const each = first === undefined ? 0 : numbersFor(first.similarities.skills.length);
  const numbers = new Float64Array(best.length * each);
  for (const [index, { score, similarities }] of best.entries()) {
    numbers[index * each] = score;
    numbers.set(similarities.texts, index * each + 1);
    numbers.set(similarities.skills, index * each + 1 + placesPerSlot);
  }
  return { ids: best.map(({ id }) => id), slots: Uint32Array.from(best, ({ slot }) => slot), numbers };
}

function unpacked({ ids, slots, numbers }: PackedSlots, skillCount: number): ScoredSlot[] {
  const each = numbersFor(skillCount);
  return ids.map((id, index) => {
    const [score = 0] = numbers.subarray(index * each);
    const texts = numbers.subarray(index * each + 1, index * each + 1 + placesPerSlot);
    const skills = numbers.subarray(index * each + 1 + placesPerSlot, (index + 1) * each);
    return { id, slot: slots[index] ?? 0, score, similarities: similaritiesOf(texts, skills) };
  });
}

/** How many numbers a slot takes: the score and the similarities. */
function numbersFor(skillCount: number): number {
  return 1 + placesPerSlot + skillCount;
}
