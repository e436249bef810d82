import type { ValueReader } from "../columns/value-column.ts";
import type { Feature, FeatureId, SimilarityBounds } from "../ranking/feature.ts";
import type { Weights } from "../ranking/scorer.ts";
import type { SimilarityTable } from "../store/facet-similarities.ts";
import type { FeatureColumnEntry } from "../store/participant-store.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";

/** Room for what floating point rounds away, so that a bound never lies below the score. */
const roundingError = 1e-6;

interface AskedFeature {
  readonly feature: Feature;
  readonly weight: number;
  readonly read: ValueReader;
}

/** What can be said of a score without comparing texts in full: the values of fact features, and an upper bound. */
export class ScoreBounds {
  readonly #asked: readonly AskedFeature[];
  readonly #totalWeight: number;

  constructor(columns: readonly FeatureColumnEntry[], { vacancy }: StoredVacancy, weights: Weights) {
    this.#asked = columns.flatMap(({ feature, column }) => {
      const read = column.compile(vacancy);
      return read === undefined ? [] : [{ feature, weight: weights[feature.id], read }];
    });
    this.#totalWeight = this.#asked.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** The most that each participant's score can be, in the order of the table. */
  upperBounds({ slots, background, wish }: SimilarityTable): Float32Array {
    const bounds = new Float32Array(slots.length).fill(roundingError);
    if (this.#totalWeight === 0) return bounds;
    const similarity: SimilarityBounds = { background: 0, wish: 0 };
    for (const { feature, weight, read } of this.#asked) {
      const share = weight / this.#totalWeight;
      for (let index = 0; index < slots.length; index++) {
        similarity.background = background[index] ?? Number.NEGATIVE_INFINITY;
        similarity.wish = wish[index] ?? Number.NEGATIVE_INFINITY;
        const value = feature.upperBound(similarity, read(slots[index] ?? 0));
        bounds[index] = (bounds[index] ?? 0) + share * value;
      }
    }
    return bounds;
  }

  /** The values of the features that rest on a fact alone. */
  exactValues(slot: number): ReadonlyMap<FeatureId, number> {
    const exact = this.#asked.filter(({ feature }) => feature.columnIsExact);
    return new Map(exact.map(({ feature, read }) => [feature.id, read(slot)]));
  }
}
