import type { Queryable } from "../database.ts";

/** Ids of the participants on a unit's stored shortlists, best first, by vacancy. */
export async function readShortlistMembers(
  client: Queryable,
  { unit, vacancies }: { readonly unit: string; readonly vacancies: readonly string[] },
): Promise<Map<string, readonly string[]>> {
  const { rows } = await client.query<{ vacancy_id: string; participants: string[] }>(
    `SELECT vacancy_id, jsonb_path_query_array(entries, '$[*].participant') AS participants
     FROM shortlists WHERE unit = $1 AND vacancy_id = ANY ($2::text[])`,
    [unit, vacancies],
  );
  return new Map(rows.map(({ vacancy_id, participants }) => [vacancy_id, participants]));
}
