import type { Queryable } from "../database.ts";
import type { StoredShortlist } from "../shortlist.ts";

/**
 * Stores shortlists of one unit. One that an index computed which had seen more is left as it is.
 *
 * @returns ids of the vacancies whose shortlists were stored.
 */
export async function saveShortlists(
  client: Queryable,
  shortlists: readonly StoredShortlist[],
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ vacancy_id: string }>(
    `INSERT INTO shortlists
       (vacancy_id, unit, position, date, model, rules_version, computed_at, entries, funnel, near_misses)
     SELECT list->>'vacancy', list->>'unit', (list->>'position')::bigint, (list->>'date')::date, list->>'model',
            list->>'rulesVersion', now(), list->'entries', list->'funnel', list->'nearMisses'
     FROM jsonb_array_elements($1::jsonb) AS list
     ON CONFLICT (vacancy_id, unit) DO UPDATE
     SET position = excluded.position, date = excluded.date, model = excluded.model,
         rules_version = excluded.rules_version, computed_at = excluded.computed_at, entries = excluded.entries,
         funnel = excluded.funnel, near_misses = excluded.near_misses
     WHERE shortlists.position <= excluded.position
     RETURNING vacancy_id`,
    [JSON.stringify(shortlists)],
  );
  return new Set(rows.map(({ vacancy_id }) => vacancy_id));
}
