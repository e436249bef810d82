import type { Queryable } from "../database.ts";

/** What is known of a request that came with an idempotency key. */
export type IdempotencyClaim =
  | { readonly kind: "new" }
  /** The same request was answered so. */
  | { readonly kind: "answered"; readonly status: number; readonly response: unknown }
  /** The same request is being worked on. */
  | { readonly kind: "running" }
  /** Another request came with the same key. */
  | { readonly kind: "conflict" };

export interface IdempotencyRequest {
  readonly key: string;
  /** Id of the API key; everybody has idempotency keys of their own. */
  readonly keyId: string;
  /** Hash of the request. */
  readonly requestHash: string;
}

interface Row {
  readonly is_new: boolean;
  readonly request_hash: string;
  readonly status: number | null;
  readonly response: unknown;
}

/** Seconds after which a request without an answer is taken for dead, and another may do it. */
const deadAfter = 60;

/** Claims an idempotency key, or tells what became of the request that had it. */
export async function claimIdempotencyKey(
  client: Queryable,
  { key, keyId, requestHash }: IdempotencyRequest,
): Promise<IdempotencyClaim> {
  const { rows } = await client.query<Row>(
    `WITH claimed AS (
       INSERT INTO idempotency_keys (key_id, key, request_hash) VALUES ($1, $2, $3)
       ON CONFLICT (key_id, key) DO UPDATE SET at = now()
       WHERE idempotency_keys.request_hash = excluded.request_hash AND idempotency_keys.status IS NULL
         AND idempotency_keys.at < now() - $4 * interval '1 second'
       RETURNING request_hash
     )
     SELECT true AS is_new, request_hash, NULL::integer AS status, NULL::jsonb AS response FROM claimed
     UNION ALL
     SELECT false, request_hash, status, response FROM idempotency_keys
     WHERE key_id = $1 AND key = $2 AND NOT EXISTS (SELECT FROM claimed)`,
    [keyId, key, requestHash, deadAfter],
  );
  return claimOf(rows[0], requestHash);
}

/** No row: another request claimed the key while this statement ran. */
function claimOf(row: Row | undefined, requestHash: string): IdempotencyClaim {
  if (row === undefined) return { kind: "running" };
  if (row.is_new) return { kind: "new" };
  if (row.request_hash !== requestHash) return { kind: "conflict" };
  if (row.status === null) return { kind: "running" };
  return { kind: "answered", status: row.status, response: row.response };
}
