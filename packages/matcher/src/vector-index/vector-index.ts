/** The vectors of one owner, such as a participant, each of length 1, in two groups that are searched apart. */
export interface OwnerVectors {
  /** What the owner has done and knows. */
  readonly background: readonly Float32Array[];
  /** What the owner wishes for. */
  readonly wish: readonly Float32Array[];
}

/** A set of owners as 32-bit words: owner `n` is bit `n % 32` of word `floor(n / 32)`. */
export type OwnerBits = Uint32Array;

export interface SearchRequest {
  /** How many owners to return at most; an integer of at least 1. */
  readonly k: number;
  /** The owners that may be returned. @default all */
  readonly allowed?: OwnerBits | undefined;
}

export interface OwnerHit {
  readonly owner: number;
  /** The cosine of the query and the nearest background vector of the owner, in [-1, 1]. */
  readonly similarity: number;
}

/** How an index finds its answer. */
export type SearchPath = "exactScan" | "hnswPostFilter";

/** A searchable set of owners' vectors. An owner is a small whole number, such as a slot in a store. */
export interface ReadableVectorIndex {
  readonly path: SearchPath;
  /** The number of elements of each vector. */
  readonly dimensions: number;
  /** How many owners the index holds. */
  readonly owners: number;
  /** How many vectors a search can be compared with. */
  readonly vectors: number;
  has(owner: number): boolean;
  /**
   * The owners whose nearest background vector is most similar to the query: the most similar first, equal ones by
   * owner. Owners without background vectors are never among them.
   *
   * @throws JobbmatchError `invalidVector` for a query that is not a finite vector of length 1; `invalidRequest` when
   * `k` is not a positive integer.
   */
  search(query: Float32Array, request: SearchRequest): OwnerHit[];
}

export interface VectorIndex extends ReadableVectorIndex {
  /**
   * Stores an owner's vectors in place of older ones. Nothing is changed when one of them is refused.
   *
   * @throws JobbmatchError `invalidVector` for a vector that is not finite, not of length 1, or of other dimensions;
   * `indexFull`.
   */
  put(owner: number, vectors: OwnerVectors): void;
  /** @returns whether the owner was there. */
  remove(owner: number): boolean;
  /** Frees what lies outside of JavaScript's memory; the index can't be used after it. */
  close(): void;
}
