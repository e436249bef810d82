import { LRUCache } from "lru-cache";
import type { Embedder, EmbedOptions } from "./embedder.ts";
import { hashText } from "./text-hash.ts";

/**
 * Remembers the vectors of the texts that were used last, by text hash, so that no profile text stays in memory.
 */
export class CachingEmbedder implements Embedder {
  readonly #embedder: Embedder;
  readonly #vectors: LRUCache<string, Float32Array>;

  /** @param maxTexts how many vectors to keep, at least 1 (256 dimensions take 1 kB each). */
  constructor(embedder: Embedder, maxTexts: number) {
    this.#embedder = embedder;
    this.#vectors = new LRUCache({ max: maxTexts });
  }

  get modelId(): string {
    return this.#embedder.modelId;
  }

  get dimensions(): number {
    return this.#embedder.dimensions;
  }

  async embed(texts: readonly string[], options: EmbedOptions = {}): Promise<Float32Array[]> {
    const hashes = texts.map(hashText);
    const found = new Map<string, Float32Array>();
    const missing = new Map<string, string>();
    for (const [index, hash] of hashes.entries()) {
      const vector = this.#vectors.get(hash);
      if (vector === undefined) missing.set(hash, texts[index] ?? "");
      else found.set(hash, vector);
    }
    const vectors = await this.#embedder.embed([...missing.values()], options);
    for (const [index, hash] of [...missing.keys()].entries()) {
      const vector = vectors[index] ?? new Float32Array(this.dimensions);
      this.#vectors.set(hash, vector);
      found.set(hash, vector);
    }
    return hashes.map((hash) => found.get(hash) ?? new Float32Array(this.dimensions));
  }
}
