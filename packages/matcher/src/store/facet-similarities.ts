import type { ColumnImage } from "../columns/column-image.ts";
import type { Bitset } from "../rules/bitset.ts";
import { FlatIndex } from "../vector-index/flat-index.ts";
import type { FloatVectors } from "../vector-index/float-vectors.ts";
import type { OwnerVectors } from "../vector-index/vector-index.ts";

/** Upper bounds of how similar participants' facets are to one vacancy, position by position. */
export interface SimilarityTable {
  /** In rising order. */
  readonly slots: ArrayLike<number>;
  /** Minus infinity where a participant has no such facet. */
  readonly background: ArrayLike<number>;
  readonly wish: ArrayLike<number>;
}

/** Compares the facets of many participants with a vacancy at memory speed, with a proven bound on the error. */
export class FacetSimilarities {
  readonly #index: FlatIndex;

  constructor(dimensions: number) {
    this.#index = new FlatIndex({ dimensions, floats: keptElsewhere });
  }

  /** @throws JobbmatchError `invalidVector` or `indexFull`; nothing is changed then. */
  put(slot: number, { background, wish }: OwnerVectors): void {
    this.#index.put(slot, { background: background.filter(isNotZero), wish: wish.filter(isNotZero) });
  }

  remove(slot: number): void {
    this.#index.remove(slot);
  }

  image(): ColumnImage {
    return this.#index.imageOfRows();
  }

  /** Takes on what an image holds; to be called while it is empty. @returns whether it could. */
  restore(image: ColumnImage): boolean {
    return this.#index.restoreRows(image);
  }

  /** What the similarities of the given slots can be at most. */
  upperBounds(query: Float32Array, slots: Bitset): SimilarityTable {
    if (!isNotZero(query)) return similarToNobody(slots);
    const { owners, background, wish, errorOf } = this.#index.scan(query, slots.words);
    for (let index = 0; index < owners.length; index++) {
      const error = errorOf(owners[index] ?? 0);
      background[index] = (background[index] ?? 0) + error;
      wish[index] = (wish[index] ?? 0) + error;
    }
    return { slots: owners, background, wish };
  }
}

function similarToNobody(slots: Bitset): SimilarityTable {
  const listed = [...slots];
  const zeros = new Float32Array(listed.length);
  return { slots: listed, background: zeros, wish: zeros };
}

/** A text without a known word has a zero vector, which is similar to nothing and not worth a row. */
function isNotZero(vector: Float32Array): boolean {
  return vector.some((element) => element !== 0);
}

/** The exact vectors live in the common store, each text once. */
const keptElsewhere: FloatVectors = {
  put: () => {},
  remove: () => {},
  read: () => undefined,
  close: () => {},
};
