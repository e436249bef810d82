import { clamp } from "../clamp.ts";
import type { CompiledFeature, FeatureColumn, ListedTexts } from "../feature-column.ts";

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

function addUpperBounds(bounds: Float32Array, share: number, { background }: ListedTexts): void {
  for (let index = 0; index < bounds.length; index++) {
    bounds[index] = (bounds[index] ?? 0) + share * Math.min(background[index] ?? 0, 1);
  }
}
