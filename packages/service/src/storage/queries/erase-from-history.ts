import type { Transaction } from "../database.ts";

/** Takes somebody out of the history of all shortlists. The other people's rows stay as they were. */
export async function eraseFromHistory(transaction: Transaction, participant: string): Promise<void> {
  const without = (list: string, condition: string) =>
    `coalesce((SELECT jsonb_agg(entry ORDER BY place)
               FROM jsonb_array_elements(${list}) WITH ORDINALITY AS item (entry, place)
               WHERE ${condition}), '[]')`;
  await transaction.query(
    `UPDATE shortlist_history
     SET entries = ${without("entries", "entry ->> 'participant' <> $1")},
         diff = jsonb_build_object(
           'entered', ${without("diff -> 'entered'", "entry <> to_jsonb($1)")},
           'left', ${without("diff -> 'left'", "entry <> to_jsonb($1)")},
           'moved', ${without("diff -> 'moved'", "entry ->> 'participant' <> $1")})
     WHERE jsonb_path_query_array(entries, '$[*]."participant"') ? $1::text
        OR diff -> 'left' @> to_jsonb($1::text)`,
    [participant],
  );
}
