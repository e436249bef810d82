import type { Transaction } from "../database.ts";

/** Removes the profile of a participant. */
export async function deleteParticipant(transaction: Transaction, id: string): Promise<void> {
  await transaction.query("DELETE FROM participants WHERE id = $1", [id]);
}
