import { clamp } from "../clamp.ts";
import type { CompiledFeature, FeatureColumn } from "../feature-column.ts";
import { similarityVacancyColumn } from "../vacancy-columns/similarity-vacancy-column.ts";

/** Similarity rests on texts alone, so there is nothing to keep. */
export const similarityColumn: FeatureColumn = {
  set: () => {},
  remove: () => {},
  image: () => ({ format: "none", json: null, arrays: {} }),
  restore: ({ format }) => format === "none",
  pack: () => {},
  compile: () => compiled,
  createVacancyColumn: () => similarityVacancyColumn,
};

const compiled: CompiledFeature = {
  // Without any text, minus infinity gives 0: the value for an unknown similarity.
  valueAt: (_slot, { background }) => clamp(background),
  isKnownAt: (_slot, { background }) => background !== Number.NEGATIVE_INFINITY,
  bound: { kind: "similarity" },
  mostBelow: clamp,
};
