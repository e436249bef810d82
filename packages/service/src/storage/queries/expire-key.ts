import type { Queryable } from "../database.ts";

/** Lets a key end after some seconds, or earlier if it would anyway. */
export async function expireKey(
  client: Queryable,
  { id, seconds }: { readonly id: string; readonly seconds: number },
): Promise<void> {
  await client.query(
    `UPDATE api_keys SET expires_at = least(expires_at, now() + $2 * interval '1 second') WHERE id = $1`,
    [id, seconds],
  );
}
