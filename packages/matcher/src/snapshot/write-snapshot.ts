import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { ColumnArray } from "../columns/column-image.ts";
import type { StoreImage } from "../store/store-image.ts";
import {
  arrayTypeOf,
  byteOrder,
  type Contents,
  checksumOf,
  footerBytes,
  paddingAfter,
  type Section,
  sectionAlignment,
  versionedMagic,
} from "./snapshot-format.ts";

/** What a snapshot holds. */
export interface SnapshotContent {
  readonly model: string;
  readonly dimensions: number;
  readonly image: StoreImage;
}

export interface WriteOptions {
  /**
   * Whether the file is to last. `false` for one that only this process reads, once: nothing waits for the disk, and there
   * are no checksums, so that it is opened as `isLasting: false` too. @default true
   */
  readonly isLasting?: boolean;
}

/** Bytes that are gathered before they are written. */
const blockBytes = 1 << 20;

/**
 * Writes a snapshot to a temporary file beside `file`, makes sure that it is on disk, and renames it: a crash at any
 * moment leaves either the old file or the new one.
 */
export async function writeSnapshot(
  file: string,
  content: SnapshotContent,
  { isLasting = true }: WriteOptions = {},
): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, "wx", 0o600);
    try {
      await writeAll(handle, content, isLasting);
      if (isLasting) await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  if (isLasting) await syncFolder(dirname(file));
}

async function writeAll(
  handle: FileHandle,
  { model, dimensions, image }: SnapshotContent,
  hasChecksums: boolean,
): Promise<void> {
  const header = Buffer.alloc(sectionAlignment);
  versionedMagic.copy(header);
  await handle.writeFile(header);
  const sections: Section[] = [];
  for (const piece of piecesOf(image)) {
    const last = sections.at(-1);
    const start = last === undefined ? sectionAlignment : last.start + last.bytes + paddingAfter(last.bytes);
    sections.push(await writeSection(handle, piece, { start, hasChecksums }));
  }
  const contents: Contents = { model, dimensions, byteOrder, sections };
  const text = Buffer.from(JSON.stringify(contents));
  const footer = Buffer.alloc(footerBytes);
  footer.writeUInt32LE(text.length);
  footer.writeUInt32LE(checksumOf(text), 4);
  await handle.writeFile(Buffer.concat([text, footer]));
}

interface Piece extends Pick<Section, "name" | "type"> {
  readonly bytes: Iterable<Uint8Array>;
}

function* piecesOf({ json, arrays, streams }: StoreImage): Iterable<Piece> {
  yield { name: "json", type: "json", bytes: [Buffer.from(JSON.stringify(json))] };
  for (const [name, array] of Object.entries(arrays)) {
    yield { name, type: arrayTypeOf(array), bytes: bytesOf(array) };
  }
  for (const [name, bytes] of Object.entries(streams)) yield { name, type: "stream", bytes };
}

async function writeSection(
  handle: FileHandle,
  { name, type, bytes }: Piece,
  { start, hasChecksums }: { readonly start: number; readonly hasChecksums: boolean },
): Promise<Section> {
  let length = 0;
  let checksum = 0;
  const write = async (block: Uint8Array) => {
    if (hasChecksums) checksum = checksumOf(block, checksum);
    await handle.writeFile(block);
  };
  for (const block of gathered(bytes)) {
    length += block.length;
    await write(block);
  }
  await write(new Uint8Array(paddingAfter(length)));
  return { name, type, start, bytes: length, checksum };
}

/** The same bytes in blocks of about a megabyte, so that the thread is free for others in between. */
function* gathered(pieces: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for (const piece of pieces) {
    if (waiting.length === 0 && piece.length >= blockBytes) {
      yield piece;
      continue;
    }
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < blockBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}

function* bytesOf({ buffer, byteOffset, byteLength }: ColumnArray): Iterable<Uint8Array> {
  for (let start = 0; start < byteLength; start += blockBytes) {
    yield new Uint8Array(buffer, byteOffset + start, Math.min(blockBytes, byteLength - start));
  }
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
