import { close, fstat, open, read } from "node:fs";
import { promisify } from "node:util";
import { JobbmatchError } from "@jobbmatch/shared";
import type { ColumnArray } from "../columns/column-image.ts";
import type { FileSection } from "../storage/byte-store.ts";
import { OpenFile } from "../storage/open-file.ts";
import type { ReadStoreImage } from "../store/store-image.ts";
import {
  arrayOf,
  byteOrder,
  type Contents,
  checksumOf,
  contents,
  damaged,
  footerBytes,
  magic,
  paddingAfter,
  type Section,
  sectionAlignment,
  versionedMagic,
} from "./snapshot-format.ts";

const openAsync = promisify(open);
const closeAsync = promisify(close);
const statAsync = promisify(fstat);
const readAsync = promisify(read);

/** An open snapshot: arrays are in memory, records and float vectors are read in place as long as `file` is open. */
export interface ReadSnapshot {
  readonly image: ReadStoreImage;
  readonly file: OpenFile;
}

export interface SnapshotModel {
  readonly modelId: string;
  readonly dimensions: number;
}

export interface ReadOptions {
  /** `false` for a snapshot that this process has just written as `isLasting: false`. @default true */
  readonly isLasting?: boolean;
}

/** Bytes that are read and checked together. */
const blockBytes = 1 << 22;

/**
 * Opens a snapshot and makes sure that all of it is whole and fits the model. What is read in place later is not checked
 * again: nobody changes a snapshot, a new one takes its place.
 *
 * @throws JobbmatchError `snapshotNotFound`, `snapshotDamaged`, `snapshotUnsupported` or `modelMismatch`.
 */
export async function readSnapshot(
  file: string,
  model: SnapshotModel,
  { isLasting = true }: ReadOptions = {},
): Promise<ReadSnapshot> {
  const descriptor = await openFile(file);
  try {
    const { size } = await statAsync(descriptor);
    await checkHeader(descriptor, size);
    const { end, text } = await readContents(descriptor, size);
    const whole = parseContents(text, end);
    checkFit(whole, model);
    const opened = new OpenFile(descriptor);
    const source = { descriptor, file: opened, hasChecksums: isLasting };
    return { image: await readSections(source, whole.sections), file: opened };
  } catch (error) {
    await closeAsync(descriptor);
    throw error;
  }
}

async function openFile(file: string): Promise<number> {
  try {
    return await openAsync(file, "r");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new JobbmatchError({ code: "snapshotNotFound", message: `the snapshot cannot be read (${code})` });
  }
}

async function checkHeader(descriptor: number, size: number): Promise<void> {
  if (size < magic.length) throw damaged("it does not begin as a snapshot");
  const begin = await readBytes(descriptor, 0, Math.min(size, sectionAlignment));
  if (!begin.subarray(0, magic.length).equals(magic)) throw damaged("it does not begin as a snapshot");
  if (begin.subarray(0, versionedMagic.length).equals(versionedMagic)) {
    if (begin.length < sectionAlignment) throw damaged("it was cut off");
    if (begin.subarray(versionedMagic.length).some((byte) => byte !== 0))
      throw damaged("its header is wrong");
    return;
  }
  throw new JobbmatchError({
    code: "snapshotUnsupported",
    message: "the snapshot was written by another version of Jobbmatch and must be made anew",
  });
}

/** The contents as text, and where they begin. */
async function readContents(descriptor: number, size: number): Promise<{ end: number; text: Buffer }> {
  if (size < sectionAlignment + footerBytes) throw damaged("it was cut off");
  const footer = await readBytes(descriptor, size - footerBytes, footerBytes);
  const length = footer.readUInt32LE(0);
  const end = size - footerBytes - length;
  if (length === 0 || end < sectionAlignment) throw damaged("it was cut off");
  const text = await readBytes(descriptor, end, length);
  if (checksumOf(text) !== footer.readUInt32LE(4)) throw damaged("its contents are wrong or it was cut off");
  return { end, text };
}

/** The contents, if they fill the file up to where they begin themselves. */
function parseContents(text: Buffer, end: number): Contents {
  const parsed = contents.safeParse(JSON.parse(text.toString("utf8")));
  if (!parsed.success) throw damaged("its contents cannot be understood");
  const { sections } = parsed.data;
  const next = sections.reduce(
    (expected, { start, bytes }) => (start === expected ? start + bytes + paddingAfter(bytes) : Number.NaN),
    sectionAlignment,
  );
  if (next !== end) throw damaged("its sections do not fill it");
  return parsed.data;
}

function checkFit(written: Contents, { modelId, dimensions }: SnapshotModel): void {
  if (written.model !== modelId || written.dimensions !== dimensions) {
    throw new JobbmatchError({
      code: "modelMismatch",
      message: `the snapshot was made with the model ${written.model}, not with ${modelId}`,
    });
  }
  if (written.byteOrder === byteOrder) return;
  throw new JobbmatchError({
    code: "snapshotUnsupported",
    message: "the snapshot was written on a machine with another order of bytes",
  });
}

interface SectionSource {
  readonly descriptor: number;
  readonly file: OpenFile;
  readonly hasChecksums: boolean;
}

async function readSections(source: SectionSource, sections: readonly Section[]): Promise<ReadStoreImage> {
  let json: unknown;
  const arrays: Record<string, ColumnArray> = {};
  const streams: Record<string, FileSection> = {};
  for (const section of sections) {
    const { name, type, start, bytes } = section;
    if (type === "stream") {
      if (source.hasChecksums) await checkStream(source, section);
      streams[name] = { file: source.file, start, length: bytes };
    } else {
      const content = await readArray(source, section);
      if (type === "json") json = JSON.parse(content.toString("utf8"));
      else arrays[name] = arrayOf(type, content);
    }
  }
  return { json, arrays, sections: streams };
}

async function readArray(source: SectionSource, section: Section): Promise<Buffer<ArrayBuffer>> {
  const whole = Buffer.allocUnsafeSlow(filledLength(section));
  await checkBlocks(source, section, (start, end) => whole.subarray(start, end));
  return whole.subarray(0, section.bytes);
}

async function checkStream(source: SectionSource, section: Section): Promise<void> {
  const scratch = [0, 1].map(() => Buffer.allocUnsafeSlow(Math.min(filledLength(section), blockBytes)));
  await checkBlocks(source, section, (start, end) => {
    const buffer = scratch[(start / blockBytes) % 2] ?? Buffer.alloc(0);
    return buffer.subarray(0, end - start);
  });
}

/** Reads a section block by block into what `targetFor` gives: each block is checked while the next one is read. */
async function checkBlocks(
  { descriptor, hasChecksums }: SectionSource,
  section: Section,
  targetFor: (start: number, end: number) => Buffer,
): Promise<void> {
  const length = filledLength(section);
  const readFrom = async (offset: number) => {
    const target = targetFor(offset, Math.min(offset + blockBytes, length));
    await fill(descriptor, target, section.start + offset);
    return target;
  };
  let checksum = 0;
  let reading = length === 0 ? undefined : readFrom(0);
  for (let offset = 0; reading !== undefined; offset += blockBytes) {
    const block = await reading;
    reading = offset + blockBytes < length ? readFrom(offset + blockBytes) : undefined;
    if (hasChecksums) checksum = checksumOf(block, checksum);
  }
  if (hasChecksums && checksum !== section.checksum) throw damaged("a checksum is wrong");
}

function filledLength({ bytes }: Section): number {
  return bytes + paddingAfter(bytes);
}

async function readBytes(descriptor: number, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  await fill(descriptor, bytes, position);
  return bytes;
}

async function fill(descriptor: number, target: Buffer, position: number): Promise<void> {
  for (let done = 0; done < target.length; ) {
    const { bytesRead } = await readAsync(descriptor, target, done, target.length - done, position + done);
    if (bytesRead === 0) throw damaged("it was cut off");
    done += bytesRead;
  }
}
