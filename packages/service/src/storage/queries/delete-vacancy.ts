import type { Transaction } from "../database.ts";

/** Removes a vacancy; its shortlists go with it. */
export async function deleteVacancy(transaction: Transaction, id: string): Promise<void> {
  await transaction.query("DELETE FROM vacancies WHERE id = $1", [id]);
}
