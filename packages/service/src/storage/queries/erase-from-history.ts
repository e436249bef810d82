import type { Transaction } from "../database.ts";

/**
 * Takes somebody out of the history of all shortlists. The other people's rows stay as they were. Whoever stands in a row
 * of a list's history has come or left in a row that is kept, or stands on the list still: so this comes before
 * `eraseFromShortlists`.
 */
export async function eraseFromHistory(transaction: Transaction, participant: string): Promise<void> {
  const without = (list: string, condition: string) =>
    `coalesce((SELECT jsonb_agg(entry ORDER BY place)
               FROM jsonb_array_elements(${list}) WITH ORDINALITY AS item (entry, place)
               WHERE ${condition}), '[]')`;
  await transaction.query(
    `WITH lists AS (
       SELECT vacancy_id, unit FROM shortlist_history WHERE ((diff -> 'entered') || (diff -> 'left')) ? $1::text
       UNION SELECT vacancy_id, unit FROM shortlists
       WHERE members ? $1 AND unit IN (SELECT unit FROM change_log WHERE entity = 'participant' AND id = $1)
     )
     UPDATE shortlist_history
     SET entries = ${without("entries", "entry ->> 'participant' <> $1")},
         diff = jsonb_build_object(
           'entered', ${without("diff -> 'entered'", "entry <> to_jsonb($1)")},
           'left', ${without("diff -> 'left'", "entry <> to_jsonb($1)")},
           'moved', ${without("diff -> 'moved'", "entry ->> 'participant' <> $1")})
     FROM lists
     WHERE shortlist_history.vacancy_id = lists.vacancy_id AND shortlist_history.unit = lists.unit
       AND (jsonb_path_query_array(entries, '$[*]."participant"') ? $1 OR diff -> 'left' ? $1)`,
    [participant],
  );
}
