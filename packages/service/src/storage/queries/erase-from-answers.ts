import type { Transaction } from "../database.ts";

/** Forgets remembered answers that name somebody; their requests, sent again, are done again. */
export async function eraseFromAnswers(transaction: Transaction, participant: string): Promise<void> {
  await transaction.query(
    "DELETE FROM idempotency_keys WHERE position(to_jsonb($1::text)::text IN response::text) > 0",
    [participant],
  );
}
