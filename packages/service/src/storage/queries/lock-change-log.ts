import type { Transaction } from "../database.ts";

/**
 * Lets no other transaction write to the change log until this one ends. A transaction that changes participants or
 * vacancies takes this lock before it reads them, so that such transactions never wait for each other in a circle.
 *
 * @returns the position of the newest change.
 */
export async function lockChangeLog(transaction: Transaction): Promise<number> {
  const { rows } = await transaction.query<{ value: number }>(
    "SELECT value FROM counters WHERE name = $1 FOR UPDATE",
    ["position"],
  );
  return rows[0]?.value ?? 0;
}
