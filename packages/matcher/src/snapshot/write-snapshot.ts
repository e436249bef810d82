import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Participant, Vacancy } from "@jobbmatch/shared";
import { magic, newChecksum, snapshotVersion, type Trailer } from "./snapshot-format.ts";

/** What a snapshot holds. */
export interface SnapshotContent {
  readonly model: string;
  readonly dimensions: number;
  readonly participants: readonly Participant[];
  readonly vacancies: readonly Vacancy[];
  readonly vectors: readonly (readonly [hash: string, vector: Float32Array])[];
}

/** Bytes that are gathered before they are written. */
const blockBytes = 1 << 20;

/**
 * Writes a snapshot to a temporary file beside `file`, makes sure that it is on disk, and renames it: a crash at any
 * moment leaves either the old file or the new one.
 */
export async function writeSnapshot(file: string, content: SnapshotContent): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, "wx", 0o600);
    try {
      await writeAll(handle, content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(file));
}

async function writeAll(handle: FileHandle, content: SnapshotContent): Promise<void> {
  const checksum = newChecksum();
  for (const block of blocks(content)) {
    checksum.update(block);
    await handle.writeFile(block);
  }
  const end: Trailer = {
    version: snapshotVersion,
    model: content.model,
    dimensions: content.dimensions,
    vectors: content.vectors.length,
    participants: content.participants.length,
    vacancies: content.vacancies.length,
    checksum: checksum.digest("hex"),
  };
  const text = Buffer.from(JSON.stringify(end));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  await handle.writeFile(Buffer.concat([text, length]));
}

/** The body in blocks of about a megabyte. */
function* blocks(content: SnapshotContent): Generator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for (const piece of pieces(content)) {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < blockBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  yield Buffer.concat(waiting);
}

function* pieces({ vectors, participants, vacancies }: SnapshotContent): Generator<Buffer> {
  yield magic;
  for (const [hash] of vectors) yield Buffer.from(hash, "latin1");
  for (const [, vector] of vectors) yield littleEndian(vector);
  for (const record of [...participants, ...vacancies]) yield Buffer.from(`${JSON.stringify(record)}\n`);
}

function littleEndian(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes;
}

/** The rename itself must reach the disk; not every system lets a folder be opened for that. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
