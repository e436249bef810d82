import type { Queryable } from "../database.ts";

/** Forgets a claim whose request failed before it did anything, so that it can be sent again. */
export async function releaseIdempotencyKey(
  client: Queryable,
  { key, keyId }: { readonly key: string; readonly keyId: string },
): Promise<void> {
  await client.query("DELETE FROM idempotency_keys WHERE key_id = $1 AND key = $2 AND status IS NULL", [
    keyId,
    key,
  ]);
}
