import { clamp } from "../clamp.ts";
import {
  backgroundPlaces,
  type CompiledFeature,
  type FeatureColumn,
  type ListedTexts,
  placesPerSlot,
} from "../feature-column.ts";

/** Similarity rests on texts alone, so there is nothing to keep. */
export const similarityColumn: FeatureColumn = {
  set: () => {},
  remove: () => {},
  image: () => ({ format: "none", json: null, arrays: {} }),
  restore: ({ format }) => format === "none",
  compile: () => compiled,
};

const compiled: CompiledFeature = {
  // Without any text, minus infinity gives 0: the value for an unknown similarity.
  valueAt: (_slot, { background }) => clamp(background),
  addUpperBounds,
};

function addUpperBounds(
  bounds: Float32Array,
  share: number,
  { slots, places, similarity }: ListedTexts,
): void {
  for (let index = 0; index < slots.length; index++) {
    const first = (slots[index] ?? 0) * placesPerSlot;
    let nearest = 0;
    for (let place = first; place < first + backgroundPlaces; place++) {
      const value = similarity[places[place] ?? 0] ?? 0;
      if (value > nearest) nearest = value;
    }
    bounds[index] = (bounds[index] ?? 0) + share * Math.min(nearest, 1);
  }
}
