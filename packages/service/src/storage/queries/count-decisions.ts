import type { Transaction } from "../database.ts";

/** Which decisions: those about a participant, or those that were made before a time (ISO). */
export type DecisionsToCount = { readonly participant: string } | { readonly before: string };

/** Adds decisions to the statistics, which keep no ids; called right before the decisions are removed. */
export async function countDecisions(transaction: Transaction, which: DecisionsToCount): Promise<void> {
  const [condition, value] =
    "participant" in which ? ["participant_id = $1", which.participant] : ["at < $1", which.before];
  await transaction.query(
    `INSERT INTO statistics (month, kind, placement_type, unit, count)
     SELECT date_trunc('month', date)::date, state, coalesce(placement_type, ''), unit, count(*)
     FROM decisions WHERE ${condition} GROUP BY 1, 2, 3, 4
     ON CONFLICT (month, kind, placement_type, unit) DO UPDATE SET count = statistics.count + excluded.count`,
    [value],
  );
}
