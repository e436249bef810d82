import { hash } from "node:crypto";

/** A text's identity for caches and stores: 128 bits of its SHA-256, in base64 (24 characters). */
export function hashText(text: string): string {
  return hash("sha256", text, "buffer").toString("base64", 0, 16);
}
