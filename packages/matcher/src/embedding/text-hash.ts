import { hash } from "node:crypto";

/** Characters of a text's hash, each of which holds one byte. */
const textHashLength = 16;

/** A text's identity for caches and stores: the first 128 bits of its SHA-256, one byte in each of 16 characters. */
export function hashText(text: string): string {
  return hash("sha256", text, "binary").slice(0, textHashLength);
}
