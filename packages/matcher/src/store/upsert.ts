import { isDeepStrictEqual } from "node:util";
import {
  JobbmatchError,
  type MaskedField,
  type MaskedRecord,
  type Problem,
  type Result,
} from "@jobbmatch/shared";
import type { Embedder } from "../embedding/embedder.ts";
import { noVectors, type VectorsByText } from "./part-vectors.ts";

/** Records from anywhere: an array, a generator, a stream. */
export type Source<Input> = Iterable<Input> | AsyncIterable<Input>;

export interface UpsertOptions {
  /** Stops between chunks; what was stored until then stays, and the call rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each chunk. */
  readonly onProgress?: (progress: { readonly read: number }) => void;
}

/** Personal data that was masked in a record's text before it was embedded and stored. */
export interface MaskedTexts {
  readonly id: string;
  readonly fields: readonly MaskedField[];
}

/** What became of the records. `accepted + unchanged +` the number of records with problems is all that was read. */
export interface UpsertReport {
  readonly read: number;
  readonly accepted: number;
  /** Records that were there already, in the same version with the same content. */
  readonly unchanged: number;
  readonly problems: readonly Problem[];
  readonly masked: readonly MaskedTexts[];
}

/** How one kind of record is checked and stored. */
export interface Intake<Entity extends { readonly id: string; readonly version: number }> {
  readonly parse: (input: unknown) => Result<Entity>;
  readonly mask: (entity: Entity) => MaskedRecord<Entity>;
  readonly textsOf: (entity: Entity) => readonly string[];
  /** Whether the vectors of all its texts are stored, of whomever they are. */
  readonly holdsTextsOf: (entity: Entity) => boolean;
  readonly versionOf: (id: string) => number | undefined;
  readonly find: (id: string) => Entity | undefined;
  /** Stores the entity at once and whole, or throws and changes nothing. `vectors` holds those of texts that are not stored yet. */
  readonly put: (entity: Entity, vectors: VectorsByText) => void;
}

/** Records that are embedded together. */
const chunkSize = 256;

interface Tally {
  read: number;
  accepted: number;
  unchanged: number;
  readonly problems: Problem[];
  readonly masked: MaskedTexts[];
  /** Versions accepted in this call, to tell a duplicate from an older state. */
  readonly seen: Map<string, number>;
}

/** Checks, masks, embeds and stores records; a bad one is reported and the rest go on. */
export async function upsert<Entity extends { readonly id: string; readonly version: number }>(
  source: Source<unknown>,
  intake: Intake<Entity>,
  embedder: Embedder,
  options: UpsertOptions = {},
): Promise<UpsertReport> {
  const tally: Tally = { read: 0, accepted: 0, unchanged: 0, problems: [], masked: [], seen: new Map() };
  let chunk: unknown[] = [];
  const flush = async () => {
    options.signal?.throwIfAborted();
    await storeChunk(chunk, intake, embedder, tally, options.signal);
    options.onProgress?.({ read: tally.read });
    chunk = [];
  };
  for await (const input of source) {
    chunk.push(input);
    if (chunk.length >= chunkSize) await flush();
  }
  if (chunk.length > 0) await flush();
  const { seen: _seen, ...report } = tally;
  return report;
}

async function storeChunk<Entity extends { readonly id: string; readonly version: number }>(
  inputs: readonly unknown[],
  intake: Intake<Entity>,
  embedder: Embedder,
  tally: Tally,
  signal: AbortSignal | undefined,
): Promise<void> {
  const valid = inputs.flatMap((input) => {
    const parsed = intake.parse(input);
    if (!parsed.ok) tally.problems.push(...parsed.problems);
    return parsed.ok ? [intake.mask(parsed.value)] : [];
  });
  const embed = (records: readonly Entity[]) => embedLacking(records, intake, embedder, signal);
  const embedded = await embed(valid.map(({ record }) => record));
  for (const { record, masked } of valid) {
    // A text that was stored when it was looked for can be gone: it was another record's, which changed meanwhile.
    const isReady = embedded.records.has(record) || intake.holdsTextsOf(record);
    const { vectors } = isReady ? embedded : await embed([record]);
    if (!storeOne(record, intake, vectors, tally)) continue;
    if (masked.length > 0) tally.masked.push({ id: record.id, fields: masked });
  }
  tally.read += inputs.length;
}

/** Records whose texts were embedded. */
interface Embedded<Entity> {
  readonly records: ReadonlySet<Entity>;
  readonly vectors: VectorsByText;
}

/** Embeds the texts of those records of which not all texts are stored: of most that change, all are. */
async function embedLacking<Entity extends { readonly id: string; readonly version: number }>(
  records: readonly Entity[],
  { holdsTextsOf, textsOf }: Intake<Entity>,
  embedder: Embedder,
  signal: AbortSignal | undefined,
): Promise<Embedded<Entity>> {
  const lacking = records.filter((record) => !holdsTextsOf(record));
  if (lacking.length === 0) return { records: new Set(), vectors: noVectors };
  return { records: new Set(lacking), vectors: await embedAll(embedder, lacking.flatMap(textsOf), signal) };
}

/** The vectors of the texts; each text is embedded once. */
export async function embedAll(
  embedder: Embedder,
  texts: readonly string[],
  signal?: AbortSignal,
): Promise<VectorsByText> {
  const distinct = [...new Set(texts)];
  const vectors = await embedder.embed(distinct, signal === undefined ? {} : { signal });
  return new Map(distinct.map((text, index) => [text, vectors[index] ?? new Float32Array()]));
}

function storeOne<Entity extends { readonly id: string; readonly version: number }>(
  entity: Entity,
  intake: Intake<Entity>,
  vectors: VectorsByText,
  tally: Tally,
): boolean {
  const problem = versionProblem(entity, intake, tally.seen);
  if (problem === "unchanged") {
    tally.unchanged += 1;
    return false;
  }
  const failure = problem ?? attempt(() => intake.put(entity, vectors), entity.id);
  if (failure !== undefined) {
    tally.problems.push(failure);
    return false;
  }
  tally.accepted += 1;
  tally.seen.set(entity.id, entity.version);
  return true;
}

function versionProblem<Entity extends { readonly id: string; readonly version: number }>(
  entity: Entity,
  { versionOf, find }: Intake<Entity>,
  seen: ReadonlyMap<string, number>,
): Problem | "unchanged" | undefined {
  const { id, version } = entity;
  const stored = versionOf(id);
  if (stored === undefined || version > stored) return undefined;
  if (version < stored) {
    const message = `version ${version} is older than version ${stored}, which is stored`;
    return { code: "staleVersion", id, field: "version", message };
  }
  if (isDeepStrictEqual(asJson(find(id)), asJson(entity))) return "unchanged";
  return seen.get(id) === version
    ? {
        code: "duplicateId",
        id,
        field: "id",
        message: "the id comes twice in the same version with other content",
      }
    : {
        code: "versionConflict",
        id,
        field: "version",
        message: `version ${version} is stored with other content`,
      };
}

/** As records are stored: without fields that are `undefined`. */
function asJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** Runs a store's `put`; a rule of the caller's own that throws while reading a record is the record's problem. */
function attempt(put: () => void, id: string): Problem | undefined {
  try {
    put();
    return undefined;
  } catch (error) {
    if (error instanceof JobbmatchError) return { ...firstProblem(error), id };
    return { code: "invalidRule", id, message: "a rule failed to read the record; nothing of it was stored" };
  }
}

function firstProblem(error: JobbmatchError): Problem {
  return error.problems[0] ?? { code: error.code, message: error.message };
}
