import { hashText } from "../embedding/text-hash.ts";
import type { TextPart } from "../text/text-part.ts";
import { weightedSum } from "../text/weighted-sum.ts";

/** Vectors by text hash. */
export type VectorsByHash = ReadonlyMap<string, Float32Array>;

/** The hash under which the vector of weighted parts is stored; that of the text itself where there is only one. */
export function hashParts(parts: readonly TextPart[]): string {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return hashText(only.text);
  return hashText(JSON.stringify(parts.map(({ text, weight }) => [weight, text])));
}

/** The vector of weighted parts: as it is stored, or from the vectors of the parts' texts. */
export function vectorOfParts(parts: readonly TextPart[], vectors: VectorsByHash): Float32Array {
  const stored = vectors.get(hashParts(parts));
  if (stored !== undefined) return stored;
  const terms = parts.map(({ text, weight }) => ({
    vector: vectors.get(hashText(text)) ?? new Float32Array(),
    weight,
  }));
  return weightedSum(terms, terms[0]?.vector.length ?? 0);
}
