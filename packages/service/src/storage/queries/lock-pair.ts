import type { Transaction } from "../database.ts";

/** Makes others who decide about the same participant and vacancy wait until the transaction ends. */
export async function lockPair(
  transaction: Transaction,
  { participant, vacancy }: { readonly participant: string; readonly vacancy: string },
): Promise<void> {
  await transaction.query("SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))", [participant, vacancy]);
}
