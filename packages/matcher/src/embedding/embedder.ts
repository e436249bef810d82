/** Options of one call to an embedder. */
export interface EmbedOptions {
  /** Stops between batches; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Turns texts into vectors whose dot product is their similarity. */
export interface Embedder {
  /** Names the model and its exact version; vectors of different models must never be compared. */
  readonly modelId: string;
  /** Length of every vector. */
  readonly dimensions: number;
  /**
   * One vector for each text, in order, of length 1 (or all zeros for a text without a known word). Each has its
   * own memory, so a caller may keep it but must not change it. A vector depends on its text alone, to the last bit:
   * else indexes that read the same records in different order give different answers.
   */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>;
}
