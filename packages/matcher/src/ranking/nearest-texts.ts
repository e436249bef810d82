import { backgroundPlaces, experiencePlaces, placesPerSlot } from "./feature-column.ts";

/** For each listed slot the greatest similarity of its texts of a kind, 0 where there is none or it is negative. */
export interface NearestTexts {
  /** Of the weightiest earlier work. */
  readonly experience: Float32Array;
  /** Of all texts but the wishes. */
  readonly background: Float32Array;
  readonly wish: Float32Array;
}

/**
 * Gathers the greatest similarities of many slots. Which of two is greater cannot be foreseen, and a wrong guess costs the
 * processor as much as ten of these steps: so they are compared as whole numbers, without a branch. Floats that are not
 * negative are in the order of their bits.
 *
 * @param places for each slot of the store eight places: row + 1, or 0.
 * @param similarity by row + 1.
 */
export function nearestTexts(
  slots: Uint32Array,
  places: Uint32Array,
  similarity: Float32Array,
): NearestTexts {
  const bits = new Int32Array(similarity.buffer, similarity.byteOffset, similarity.length);
  const nearest = new Int32Array(3 * slots.length);
  const [background, wish] = [slots.length, 2 * slots.length];
  const at = (place: number) => positive(bits[places[place] ?? 0] ?? 0);
  for (let index = 0; index < slots.length; index++) {
    const place = (slots[index] ?? 0) * placesPerSlot;
    let best = at(place);
    best = greater(best, at(place + 1));
    best = greater(best, at(place + 2));
    nearest[index] = best;
    for (let other = place + experiencePlaces; other < place + backgroundPlaces; other++) {
      best = greater(best, at(other));
    }
    nearest[background + index] = best;
    const first = at(place + backgroundPlaces);
    nearest[wish + index] = greater(first, at(place + backgroundPlaces + 1));
  }
  const floats = new Float32Array(nearest.buffer);
  return {
    experience: floats.subarray(0, background),
    background: floats.subarray(background, wish),
    wish: floats.subarray(wish),
  };
}

/** The number, or 0 if it is negative. */
function positive(bits: number): number {
  return bits & ~(bits >> 31);
}

/** The greater of two numbers that are not negative. */
function greater(one: number, other: number): number {
  const difference = one - other;
  return one - (difference & (difference >> 31));
}
