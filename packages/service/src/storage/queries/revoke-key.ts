import type { Queryable } from "../database.ts";

/** Ends a key at once. @returns whether there was one in use. */
export async function revokeKey(client: Queryable, id: string): Promise<boolean> {
  const { rows } = await client.query(
    "UPDATE api_keys SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING id",
    [id],
  );
  return rows.length > 0;
}
