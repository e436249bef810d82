import { hashText } from "../embedding/text-hash.ts";
import type { TextPart } from "../text/text-part.ts";
import { weightedSum } from "../text/weighted-sum.ts";
import type { HashedVector } from "../vector-index/vector-store.ts";

/** The vector of each text. */
export type VectorsByText = ReadonlyMap<string, Float32Array>;

const none = new Float32Array();

/** For records all of whose texts are stored. */
export const noVectors: VectorsByText = new Map();

/** Something that gets a vector of its own. */
export interface HashedText {
  /** Its vector is stored under this. */
  readonly hash: string;
  readonly parts: readonly TextPart[];
}

export function hashedText(text: string): HashedText {
  return { hash: hashText(text), parts: [{ text, weight: 1 }] };
}

/** Weighted parts under a hash of them all; a single part is a text like any other. */
export function hashedParts(parts: readonly TextPart[]): HashedText {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return hashedText(only.text);
  return { hash: hashText(JSON.stringify(parts.map(({ text, weight }) => [weight, text]))), parts };
}

/** Texts with their vectors, to be stored. */
export function withVectors(texts: readonly HashedText[], vectors: VectorsByText): HashedVector[] {
  return texts.map(({ hash, parts }) => ({ hash, vector: () => vectorOf(parts, vectors) }));
}

/** The vector of weighted parts. */
export function vectorOf(parts: readonly TextPart[], vectors: VectorsByText): Float32Array {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return vectors.get(only.text) ?? none;
  const terms = parts.map(({ text, weight }) => ({ vector: vectors.get(text) ?? none, weight }));
  const dimensions = terms[0]?.vector.length ?? 0;
  // Vectors of different lengths have no sum; what stands for it is refused like any vector of the wrong length.
  return terms.every(({ vector }) => vector.length === dimensions) ? weightedSum(terms, dimensions) : none;
}
