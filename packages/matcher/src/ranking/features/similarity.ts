import { clamp } from "../clamp.ts";
import type { ComparedFacet, Feature, Pair } from "../feature.ts";
import { describeFacet } from "./describe-facet.ts";
import { similarityColumn } from "./similarity-column.ts";

/** How near the nearest side of the profile lies to the vacancy, wishes apart: they are a feature of their own. */
export const similarityFeature: Feature = {
  id: "similarity",
  name: { sv: "Likhet", en: "Similarity" },
  defaultWeight: 0.35,
  // Nothing in the profile speaks for the vacancy, and nobody is helped by a guess.
  unknownValue: 0,
  valueOf: (pair) => {
    const nearest = nearestFacet(pair);
    return nearest === undefined ? "unknown" : clamp(nearest.similarity);
  },
  describe: (pair) => {
    const nearest = nearestFacet(pair);
    return nearest === undefined
      ? { sv: "profilen saknar text att jämföra med", en: "the profile has no text to compare with" }
      : describeFacet(nearest);
  },
  createColumn: () => similarityColumn,
};

function nearestFacet({ facets }: Pair): ComparedFacet | undefined {
  return nearestOf(facets.filter(({ kind }) => kind !== "wish"));
}

/** The most similar facet; the first one among equals. */
export function nearestOf(facets: readonly ComparedFacet[]): ComparedFacet | undefined {
  return facets.reduce<ComparedFacet | undefined>(
    (best, facet) => (best === undefined || facet.similarity > best.similarity ? facet : best),
    undefined,
  );
}
