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
   * own memory, so a caller may keep it but must not change it.
   */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>;
}
