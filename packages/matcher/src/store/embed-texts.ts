import type { Embedder } from "../embedding/embedder.ts";
import { type HashedText, noVectors, type VectorsByText } from "./part-vectors.ts";

/** What is compared of a record: every text of it that needs a vector. */
export interface RecordTexts {
  readonly texts: readonly HashedText[];
}

/** A record with its texts. */
interface Lacking {
  readonly texts: RecordTexts;
}

/** Records whose texts were embedded. */
export interface Embedded<Each extends Lacking> {
  readonly records: ReadonlySet<Each>;
  readonly vectors: VectorsByText;
}

interface Embedding {
  /** Whether the vector under a hash is stored. */
  readonly holds: (hash: string) => boolean;
  readonly embedder: Embedder;
  readonly signal: AbortSignal | undefined;
}

/** Embeds the texts of those records of which not all texts are stored: of most that change, all are. */
export async function embedLacking<Each extends Lacking>(
  records: readonly Each[],
  { holds, embedder, signal }: Embedding,
): Promise<Embedded<Each>> {
  const lacking = records.filter((each) => isLacking(each, holds));
  if (lacking.length === 0) return { records: new Set(), vectors: noVectors };
  const texts = lacking.flatMap((each) => each.texts.texts);
  return { records: new Set(lacking), vectors: await embedAll(embedder, texts, signal) };
}

/** Whether the vector of some text of a record is not stored. */
export function isLacking({ texts: { texts } }: Lacking, holds: Embedding["holds"]): boolean {
  return texts.some(({ hash }) => !holds(hash));
}

/** The vectors of the texts' parts; each is embedded once. */
export async function embedAll(
  embedder: Embedder,
  texts: readonly HashedText[],
  signal?: AbortSignal,
): Promise<VectorsByText> {
  const distinct = [...new Set(texts.flatMap(({ parts }) => parts.map(({ text }) => text)))];
  const vectors = await embedder.embed(distinct, signal === undefined ? {} : { signal });
  return new Map(distinct.map((text, index) => [text, vectors[index] ?? new Float32Array()]));
}
