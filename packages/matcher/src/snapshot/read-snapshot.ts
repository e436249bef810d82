import { readFile } from "node:fs/promises";
import { JobbmatchError, type Participant, type Vacancy } from "@jobbmatch/shared";
import { hashBytes, magic, newChecksum, snapshotVersion, type Trailer, trailer } from "./snapshot-format.ts";

/** A snapshot as it was read, with the vectors by text hash. */
export interface ReadSnapshot {
  readonly participants: readonly Participant[];
  readonly vacancies: readonly Vacancy[];
  readonly vectors: ReadonlyMap<string, Float32Array>;
}

/**
 * Reads a snapshot and makes sure that it is whole and fits the model.
 *
 * @throws JobbmatchError `snapshotNotFound`, `snapshotDamaged`, `snapshotUnsupported` or `modelMismatch`.
 */
export async function readSnapshot(
  file: string,
  model: { readonly modelId: string; readonly dimensions: number },
): Promise<ReadSnapshot> {
  const bytes = await readBytes(file);
  const { end, body } = splitTrailer(bytes);
  if (end.version !== snapshotVersion) {
    throw new JobbmatchError({
      code: "snapshotUnsupported",
      message: `the snapshot has format ${end.version}; this version of Jobbmatch reads format ${snapshotVersion}`,
    });
  }
  if (newChecksum().update(body).digest("hex") !== end.checksum) throw damaged("its checksum is wrong");
  if (end.model !== model.modelId || end.dimensions !== model.dimensions) {
    throw new JobbmatchError({
      code: "modelMismatch",
      message: `the snapshot was made with the model ${end.model}, not with ${model.modelId}`,
    });
  }
  return parseBody(body, end);
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new JobbmatchError({ code: "snapshotNotFound", message: `the snapshot cannot be read (${code})` });
  }
}

function splitTrailer(bytes: Buffer): { end: Trailer; body: Buffer } {
  if (bytes.length < magic.length + 4 || !bytes.subarray(0, magic.length).equals(magic)) {
    throw damaged("it does not begin as a snapshot");
  }
  const length = bytes.readUInt32LE(bytes.length - 4);
  const start = bytes.length - 4 - length;
  if (start < magic.length) throw damaged("it was cut off");
  const parsed = trailer.safeParse(parseJson(bytes.toString("utf8", start, bytes.length - 4)));
  if (!parsed.success) throw damaged("its trailer cannot be read");
  return { end: parsed.data, body: bytes.subarray(0, start) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The checksum was right, so the records are those that were checked when they came in. */
function parseBody(body: Buffer, { vectors: count, dimensions, participants }: Trailer): ReadSnapshot {
  const matrixStart = magic.length + count * hashBytes;
  const recordStart = matrixStart + count * dimensions * 4;
  const vectors = new Map<string, Float32Array>();
  for (let index = 0; index < count; index++) {
    const hashStart = magic.length + index * hashBytes;
    const hash = body.toString("latin1", hashStart, hashStart + hashBytes);
    vectors.set(hash, readVector(body, matrixStart + index * dimensions * 4, dimensions));
  }
  const lines = body.toString("utf8", recordStart).split("\n");
  lines.pop();
  return {
    vectors,
    participants: lines.slice(0, participants).map((line) => JSON.parse(line) as Participant),
    vacancies: lines.slice(participants).map((line) => JSON.parse(line) as Vacancy),
  };
}

function readVector(body: Buffer, start: number, dimensions: number): Float32Array {
  return Float32Array.from({ length: dimensions }, (_, index) => body.readFloatLE(start + index * 4));
}

function damaged(reason: string): JobbmatchError {
  return new JobbmatchError({ code: "snapshotDamaged", message: `the snapshot is damaged: ${reason}` });
}
