import type { Transaction } from "../database.ts";

/** Takes somebody off all shortlists. Position 0 tells that the list is to be made anew; until then a rank is missing. */
export async function eraseFromShortlists(transaction: Transaction, participant: string): Promise<void> {
  const without = (list: string) =>
    `coalesce((SELECT jsonb_agg(entry ORDER BY place)
               FROM jsonb_array_elements(${list}) WITH ORDINALITY AS item (entry, place)
               WHERE entry ->> 'participant' <> $1), '[]')`;
  await transaction.query(
    `UPDATE shortlists SET entries = ${without("entries")}, near_misses = ${without("near_misses")}, position = 0,
         digest = NULL
     WHERE members ? $1 AND unit IN (SELECT unit FROM change_log WHERE entity = 'participant' AND id = $1)`,
    [participant],
  );
}
