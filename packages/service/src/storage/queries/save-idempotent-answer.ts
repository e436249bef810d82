import type { Queryable } from "../database.ts";

/** Remembers the answer to a request whose idempotency key was claimed. Answers that hold secrets must not be saved. */
export async function saveIdempotentAnswer(
  client: Queryable,
  answer: {
    readonly key: string;
    readonly keyId: string;
    readonly status: number;
    readonly response: unknown;
  },
): Promise<void> {
  await client.query(
    "UPDATE idempotency_keys SET status = $3, response = $4::jsonb WHERE key_id = $1 AND key = $2",
    [answer.keyId, answer.key, answer.status, JSON.stringify(answer.response)],
  );
}
