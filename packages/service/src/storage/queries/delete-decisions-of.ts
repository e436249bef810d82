import type { Transaction } from "../database.ts";

/** Removes all decisions about a participant. */
export async function deleteDecisionsOf(transaction: Transaction, participant: string): Promise<void> {
  await transaction.query("DELETE FROM decisions WHERE participant_id = $1", [participant]);
}
