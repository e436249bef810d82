import { createHash } from "node:crypto";

/** A text's identity for caches and stores: 128 bits of its SHA-256, in base64 (24 characters). */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest().subarray(0, 16).toString("base64");
}
