import { LRUCache } from "lru-cache";
import type { Queryable } from "../storage/database.ts";
import { readKey, type StoredKey } from "../storage/queries/read-key.ts";
import { type ApiKey, isUsable } from "./api-key.ts";
import { matchesHash, parseToken } from "./token.ts";

/** Whose key it is, as far as a request needs to know. */
export interface Authenticated extends Pick<ApiKey, "role" | "units"> {
  readonly keyId: string;
}

/** Milliseconds for which a key is remembered: a revoked one is refused everywhere after this time. */
const memory = 1000;
/** Keys that are remembered. Ids that do not exist are not, so nobody can fill the memory with them. */
const mostKeys = 1000;

/** Tells who a token belongs to. */
export class KeyAuthenticator {
  readonly #keys: LRUCache<string, StoredKey>;

  constructor(client: Queryable) {
    // Requests that need the same key at the same time share one look.
    this.#keys = new LRUCache({ max: mostKeys, ttl: memory, fetchMethod: (id) => readKey(client, id) });
  }

  /** @returns `undefined` for a token that is no token, unknown, wrong, expired or revoked. */
  async authenticate(token: string): Promise<Authenticated | undefined> {
    const parts = parseToken(token);
    if (parts === undefined) return undefined;
    const stored = await this.#keys.fetch(parts.id);
    if (stored === undefined || !matchesHash(parts.secret, stored.hash) || !isUsable(stored.key))
      return undefined;
    const { id, role, units } = stored.key;
    return { keyId: id, role, units };
  }
}
