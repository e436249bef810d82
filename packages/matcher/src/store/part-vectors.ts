import { hashText } from "../embedding/text-hash.ts";
import type { TextPart } from "../text/text-part.ts";
import { weightedSum } from "../text/weighted-sum.ts";
import type { HashedVector } from "../vector-index/vector-store.ts";

/** The vector of each text. */
export type VectorsByText = ReadonlyMap<string, Float32Array>;

const none = new Float32Array();

/** For asking which texts are stored, which takes no vectors. */
export const noVectors: VectorsByText = new Map();

/** A text with its vector, to be stored under its hash. */
export function hashedText(text: string, vectors: VectorsByText): HashedVector {
  return { hash: hashText(text), vector: () => vectors.get(text) ?? none };
}

/** The vector of weighted parts, to be stored under a hash of them all; a single part is a text like any other. */
export function hashedParts(parts: readonly TextPart[], vectors: VectorsByText): HashedVector {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return hashedText(only.text, vectors);
  return {
    hash: hashText(JSON.stringify(parts.map(({ text, weight }) => [weight, text]))),
    vector: () => summed(parts, vectors),
  };
}

function summed(parts: readonly TextPart[], vectors: VectorsByText): Float32Array {
  const terms = parts.map(({ text, weight }) => ({ vector: vectors.get(text) ?? none, weight }));
  const dimensions = terms[0]?.vector.length ?? 0;
  // Vectors of different lengths have no sum; what stands for it is refused like any vector of the wrong length.
  return terms.every(({ vector }) => vector.length === dimensions) ? weightedSum(terms, dimensions) : none;
}
