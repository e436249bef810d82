import { createHash, type Hash } from "node:crypto";
import * as z from "zod";

/** Version of the layout below; raised whenever the layout or the schemas of the records change. */
export const snapshotVersion = 1;

/** First bytes of the file. */
export const magic = Buffer.from("jobbmatch snapshot\n");

/** Bytes of a text's hash in base64. */
export const hashBytes = 24;

/**
 * Layout: `magic`; the text hashes, 24 bytes each; their vectors as little-endian 32-bit floats, in the same order;
 * participants, then vacancies, as JSON Lines; the trailer as JSON; the trailer's length as 32-bit little-endian.
 * What is known only at the end stands at the end, so that a snapshot is written in one pass.
 */
export const trailer = z.strictObject({
  version: z.int(),
  model: z.string(),
  dimensions: z.int().min(1),
  vectors: z.int().min(0),
  participants: z.int().min(0),
  vacancies: z.int().min(0),
  /** SHA-256 of all bytes before the trailer, in hexadecimal. */
  checksum: z.string(),
});
export type Trailer = z.infer<typeof trailer>;

export function newChecksum(): Hash {
  return createHash("sha256");
}
