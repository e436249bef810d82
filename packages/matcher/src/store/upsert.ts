import { isDeepStrictEqual } from "node:util";
import {
  JobbmatchError,
  type MaskedField,
  type MaskedRecord,
  type Problem,
  type Result,
} from "@jobbmatch/shared";
import type { Embedder } from "../embedding/embedder.ts";
import { embedLacking, isLacking, type RecordTexts } from "./embed-texts.ts";
import type { VectorsByText } from "./part-vectors.ts";

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

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** How one kind of record is checked and stored. */
export interface Intake<Entity extends Versioned, Texts extends RecordTexts> {
  readonly parse: (input: unknown) => Result<Entity>;
  readonly mask: (entity: Entity) => MaskedRecord<Entity>;
  readonly textsOf: (entity: Entity) => Texts;
  /** Whether the vector under a hash is stored, of whomever it is. */
  readonly holds: (hash: string) => boolean;
  readonly versionOf: (id: string) => number | undefined;
  readonly find: (id: string) => Entity | undefined;
  /** Stores the entity at once and whole, or throws and changes nothing. `vectors` holds those of texts that are not stored yet. */
  readonly put: (entity: Entity, texts: Texts, vectors: VectorsByText) => void;
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
export async function upsert<Entity extends Versioned, Texts extends RecordTexts>(
  source: Source<unknown>,
  intake: Intake<Entity, Texts>,
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

/** A record that was checked and masked. */
interface ValidRecord<Entity, Texts> extends MaskedRecord<Entity> {
  readonly texts: Texts;
}

async function storeChunk<Entity extends Versioned, Texts extends RecordTexts>(
  inputs: readonly unknown[],
  intake: Intake<Entity, Texts>,
  embedder: Embedder,
  tally: Tally,
  signal: AbortSignal | undefined,
): Promise<void> {
  const valid = inputs.flatMap((input) => validRecord(input, intake, tally));
  const { holds } = intake;
  const embed = (records: typeof valid) => embedLacking(records, { holds, embedder, signal });
  const embedded = await embed(valid);
  for (const each of valid) {
    // A text that was stored when it was looked for can be gone: it was another record's, which changed meanwhile.
    const isReady = embedded.records.has(each) || !isLacking(each, holds);
    const { vectors } = isReady ? embedded : await embed([each]);
    if (!storeOne(each, intake, vectors, tally)) continue;
    if (each.masked.length > 0) tally.masked.push({ id: each.record.id, fields: each.masked });
  }
  tally.read += inputs.length;
}

function validRecord<Entity extends Versioned, Texts extends RecordTexts>(
  input: unknown,
  { parse, mask, textsOf }: Intake<Entity, Texts>,
  { problems }: Tally,
): ValidRecord<Entity, Texts>[] {
  const parsed = parse(input);
  if (!parsed.ok) {
    problems.push(...parsed.problems);
    return [];
  }
  const masked = mask(parsed.value);
  return [{ ...masked, texts: textsOf(masked.record) }];
}

function storeOne<Entity extends Versioned, Texts extends RecordTexts>(
  { record: entity, texts }: ValidRecord<Entity, Texts>,
  intake: Intake<Entity, Texts>,
  vectors: VectorsByText,
  tally: Tally,
): boolean {
  const problem = versionProblem(entity, intake, tally.seen);
  if (problem === "unchanged") {
    tally.unchanged += 1;
    return false;
  }
  const failure = problem ?? attempt(() => intake.put(entity, texts, vectors), entity.id);
  if (failure !== undefined) {
    tally.problems.push(failure);
    return false;
  }
  tally.accepted += 1;
  tally.seen.set(entity.id, entity.version);
  return true;
}

function versionProblem<Entity extends Versioned>(
  entity: Entity,
  { versionOf, find }: Pick<Intake<Entity, RecordTexts>, "versionOf" | "find">,
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
