import { endianness } from "node:os";
import { crc32 } from "node:zlib";
import { JobbmatchError } from "@jobbmatch/shared";
import * as z from "zod";
import type { ColumnArray } from "../columns/column-image.ts";

/** Version of the layout below; raised whenever the layout or the schemas of the records change. */
const snapshotVersion = 2;

/** First bytes of a snapshot of any version. */
export const magic = Buffer.from("jobbmatch snapshot\n");
/** First bytes of a snapshot of this version. */
export const versionedMagic = Buffer.concat([magic, Buffer.from(`version ${snapshotVersion}\n`)]);

/** Sections begin at multiples of this. */
export const sectionAlignment = 64;
/** Last bytes of the file: length and checksum of the contents, 32 bits each. */
export const footerBytes = 8;

/** The order of bytes in sections of numbers: that of the machine which wrote them. */
export const byteOrder = endianness();

const arrayTypes = {
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
} as const;
export type ArrayType = keyof typeof arrayTypes;

/** What a section holds: an array, JSON text, or records that are read in place. */
const sectionType = z.enum([
  "Uint8Array",
  "Uint16Array",
  "Uint32Array",
  "Int32Array",
  "Float32Array",
  "Float64Array",
  "json",
  "stream",
]);

const section = z.strictObject({
  name: z.string(),
  type: sectionType,
  /** Where it begins; a multiple of 64. */
  start: z.int().min(0),
  /** Without what fills it up. */
  bytes: z.int().min(0),
  /** CRC-32 of the section and the zeros that fill it up to a multiple of 64 bytes. */
  checksum: z.int().min(0),
});
export type Section = z.infer<typeof section>;

/**
 * Layout: `versionedMagic`, filled up with zeros to 64 bytes; the sections, each filled up likewise; the contents as
 * JSON; length and CRC-32 of the contents as little-endian 32-bit numbers. What is known only at the end stands at the
 * end, so that a snapshot is written in one pass.
 */
export const contents = z.strictObject({
  model: z.string(),
  dimensions: z.int().min(1),
  byteOrder: z.enum(["LE", "BE"]),
  sections: z.array(section),
});
export type Contents = z.infer<typeof contents>;

/** Bytes up to the next multiple of the alignment. */
export function paddingAfter(bytes: number): number {
  return -bytes & (sectionAlignment - 1);
}

/** CRC-32: notices every single flipped byte, and all but one in four billion of other damages. */
export function checksumOf(bytes: Uint8Array, before = 0): number {
  return crc32(bytes, before);
}

export function arrayTypeOf(array: ColumnArray): ArrayType {
  for (const name of Object.keys(arrayTypes) as ArrayType[])
    if (array instanceof arrayTypes[name]) return name;
  throw damaged("it would hold an array of an unknown type");
}

/** The bytes of a section as the array that they were. */
export function arrayOf(type: ArrayType, bytes: Uint8Array<ArrayBuffer>): ColumnArray {
  const { BYTES_PER_ELEMENT } = arrayTypes[type];
  return new arrayTypes[type](bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / BYTES_PER_ELEMENT));
}

export function damaged(reason: string): JobbmatchError {
  return new JobbmatchError({ code: "snapshotDamaged", message: `the snapshot is damaged: ${reason}` });
}
