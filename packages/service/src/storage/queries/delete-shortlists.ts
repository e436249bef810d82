import type { Queryable } from "../database.ts";

export interface ShortlistsToDelete {
  /** `null`: of every unit. */
  readonly unit: string | null;
  readonly vacancies: readonly string[];
  /** Position of the change because of which they go. */
  readonly position: number;
}

/**
 * Removes the shortlists of some vacancies. Their history stays and tells that everybody has left: whoever stood on a list
 * is found in its history by that.
 */
export async function deleteShortlists(
  client: Queryable,
  { unit, vacancies, position }: ShortlistsToDelete,
): Promise<void> {
  await client.query(
    `WITH removed AS (
       DELETE FROM shortlists WHERE vacancy_id = ANY ($1::text[]) AND ($2::text IS NULL OR unit = $2)
       RETURNING vacancy_id, unit, judged_by, jsonb_path_query_array(entries, '$[*]."participant"') AS people
     )
     INSERT INTO shortlist_history (vacancy_id, unit, position, at, cause, diff, judged_by, entries)
     SELECT vacancy_id, unit, $3::bigint, now(), 'vacancy',
            jsonb_build_object('entered', '[]'::jsonb, 'left', people, 'moved', '[]'::jsonb), judged_by, '[]'
     FROM removed WHERE people <> '[]'`,
    [vacancies, unit, position],
  );
}
