import {
  backgroundPlaces,
  experiencePlaces,
  placesPerSlot,
  type SlotSimilarities,
} from "./feature-column.ts";

/** Room for the similarities of one participant at a time. */
export function emptySimilarities(skillCount: number): SlotSimilarities {
  return similaritiesOf(new Float64Array(placesPerSlot), new Float64Array(skillCount));
}

/** What follows from the similarities of texts, by place, and of the nearest skills. */
export function similaritiesOf(texts: Float64Array, skills: Float64Array): SlotSimilarities {
  const similarities = {
    texts,
    experience: texts.subarray(0, experiencePlaces),
    background: 0,
    wish: 0,
    skills,
  };
  findNearest(similarities);
  return similarities;
}

/** Brings the nearest texts up to date with `texts`. */
export function findNearest(similarities: SlotSimilarities): void {
  similarities.background = greatest(similarities.texts, 0, backgroundPlaces);
  similarities.wish = greatest(similarities.texts, backgroundPlaces, placesPerSlot);
}

function greatest(values: Float64Array, from: number, to: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let index = from; index < to; index++) best = Math.max(best, values[index] ?? best);
  return best;
}
