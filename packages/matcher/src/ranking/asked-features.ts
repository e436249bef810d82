import type { Vacancy } from "@jobbmatch/shared";
import type { Feature, FeatureId } from "./feature.ts";
import type { CompiledFeature, FeatureColumn, SlotSimilarities } from "./feature-column.ts";
import { shareOf, totalWeight, type ValuedFeature, type Weights } from "./scorer.ts";

/** The features that one vacancy asks about, to be valued without reading a profile. Valid until the next change. */
export class AskedFeatures {
  readonly #asked: readonly { readonly feature: Feature; readonly compiled: CompiledFeature }[];

  /** @param date the day of the match, ISO date. */
  constructor(
    columns: readonly { readonly feature: Feature; readonly column: FeatureColumn }[],
    vacancy: Vacancy,
    date: string,
  ) {
    this.#asked = columns.flatMap(({ feature, column }) => {
      const compiled = column.compile(vacancy, date);
      return compiled === undefined ? [] : [{ feature, compiled }];
    });
  }

  /** The features, each with its share of the score. */
  weighted(weights: Weights): { readonly feature: FeatureId; readonly weight: number }[] {
    const total = totalWeight(this.#asked, weights);
    return this.#asked.map(({ feature: { id } }) => ({ feature: id, weight: shareOf(weights[id], total) }));
  }

  /** As `valuedFeatures` of the pair behind the slot, which has these similarities. */
  valuesAt(slot: number, similarities: SlotSimilarities): ValuedFeature[] {
    return this.#asked.map(({ feature, compiled }) => {
      const value = compiled.valueAt(slot, similarities);
      const known = value !== feature.unknownValue || compiled.isKnownAt(slot, similarities);
      return { feature, value, known };
    });
  }
}
