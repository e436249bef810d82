import type { ApiKey } from "../../access/api-key.ts";
import type { Queryable } from "../database.ts";
import { type KeyRow, keyColumns, keyOf } from "./key-row.ts";

export interface StoredKey {
  readonly key: ApiKey;
  /** SHA-256 of the secret. */
  readonly hash: Uint8Array;
}

/** A key with the hash of its secret. */
export async function readKey(client: Queryable, id: string): Promise<StoredKey | undefined> {
  const { rows } = await client.query<KeyRow & { readonly hash: Uint8Array }>(
    `SELECT ${keyColumns}, hash FROM api_keys WHERE id = $1`,
    [id],
  );
  return rows[0] === undefined ? undefined : { key: keyOf(rows[0]), hash: rows[0].hash };
}
