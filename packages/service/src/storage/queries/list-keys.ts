import type { ApiKey } from "../../access/api-key.ts";
import type { Queryable } from "../database.ts";
import { type KeyRow, keyColumns, keyOf } from "./key-row.ts";

/** API keys in the order of their ids, also those that are revoked or expired. */
export async function listKeys(
  client: Queryable,
  { after = "", limit = 1000 }: { readonly after?: string; readonly limit?: number } = {},
): Promise<readonly ApiKey[]> {
  const { rows } = await client.query<KeyRow>(
    `SELECT ${keyColumns} FROM api_keys WHERE id > $1 ORDER BY id LIMIT $2`,
    [after, limit],
  );
  return rows.map(keyOf);
}
