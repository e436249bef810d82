import { JobbmatchError } from "@jobbmatch/shared";
import type { Queryable, Transaction } from "../storage/database.ts";
import { expireKey } from "../storage/queries/expire-key.ts";
import { insertKey } from "../storage/queries/insert-key.ts";
import { readKey } from "../storage/queries/read-key.ts";
import type { ApiKey, Role } from "./api-key.ts";
import { isUsable } from "./api-key.ts";
import { formatToken, hashSecret, newToken } from "./token.ts";

export interface NewKey {
  readonly name: string;
  readonly role: Role;
  /** Units whose people the key may see; `null`: all. */
  readonly units: readonly string[] | null;
  /** ISO time; `null`: never. */
  readonly expiresAt: string | null;
}

export interface CreatedKey {
  readonly key: ApiKey;
  /** Given this once; it is not stored. */
  readonly token: string;
}

/** Makes an API key. */
export async function createKey(client: Queryable, fields: NewKey): Promise<CreatedKey> {
  const parts = newToken();
  const key = await insertKey(client, { ...fields, id: parts.id, hash: hashSecret(parts.secret) });
  return { key, token: formatToken(parts) };
}

/**
 * Makes a key that may do the same as another one, which goes on for a while so that its users can change over.
 *
 * @param graceSeconds how long the old one still works.
 * @throws JobbmatchError `unknownResource` when there is no such key, or it cannot be used any more.
 */
export async function rotateKey(
  transaction: Transaction,
  { id, graceSeconds }: { readonly id: string; readonly graceSeconds: number },
): Promise<CreatedKey> {
  const old = await readKey(transaction, id);
  if (old === undefined || !isUsable(old.key))
    throw new JobbmatchError({ code: "unknownResource", id, message: "there is no such key in use" });
  const { name, role, units, expiresAt } = old.key;
  await expireKey(transaction, { id, seconds: graceSeconds });
  return createKey(transaction, { name, role, units, expiresAt });
}
