import { hash, randomBytes, timingSafeEqual } from "node:crypto";

/** The two parts of a token. */
export interface TokenParts {
  readonly id: string;
  readonly secret: string;
}

const pattern = /^jm_([a-z0-9]{12})_([A-Za-z0-9_-]{43})$/;
const idLetters = "abcdefghijklmnopqrstuvwxyz012345";

/** A new token: an id that may be shown, and 256 random bits that may not. */
export function newToken(): TokenParts {
  const id = [...randomBytes(12)].map((byte) => idLetters[byte % idLetters.length]).join("");
  return { id, secret: randomBytes(32).toString("base64url") };
}

/** As the caller sends it: `jm_<id>_<secret>`. */
export function formatToken({ id, secret }: TokenParts): string {
  return `jm_${id}_${secret}`;
}

/** @returns `undefined` for a text that is no token. */
export function parseToken(token: string): TokenParts | undefined {
  const [, id, secret] = pattern.exec(token) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** What is stored of a secret. It is random, so a plain hash cannot be guessed back. */
export function hashSecret(secret: string): Buffer {
  return hash("sha256", secret, "buffer");
}

/** Takes the same time wherever the hashes differ. */
export function matchesHash(secret: string, hash: Uint8Array): boolean {
  const own = hashSecret(secret);
  return own.length === hash.length && timingSafeEqual(own, hash);
}
