import { JobbmatchError } from "@jobbmatch/shared";
import type { ApiKey } from "../../access/api-key.ts";
import type { Queryable } from "../database.ts";
import { type KeyRow, keyColumns, keyOf } from "./key-row.ts";

/** Stores a key. */
export async function insertKey(
  client: Queryable,
  {
    id,
    name,
    hash,
    role,
    units,
    expiresAt,
  }: Pick<ApiKey, "id" | "name" | "role" | "units" | "expiresAt"> & { readonly hash: Uint8Array },
): Promise<ApiKey> {
  const { rows } = await client.query<KeyRow>(
    `INSERT INTO api_keys (id, name, hash, role, units, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
     RETURNING ${keyColumns}`,
    [id, name, hash, role, units, expiresAt],
  );
  if (rows[0] === undefined)
    throw new JobbmatchError({ code: "internalError", message: "the key was not stored" });
  return keyOf(rows[0]);
}
