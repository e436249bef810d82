import type { Queryable } from "../database.ts";

/** Ids of the participants on a unit's stored shortlists, best first, by vacancy. */
export async function readShortlistMembers(
  client: Queryable,
  { unit, vacancies }: { readonly unit: string; readonly vacancies: readonly string[] },
): Promise<Map<string, readonly string[]>> {
  const { rows } = await client.query<{ vacancy_id: string; members: string[]; entry_count: number }>(
    `SELECT vacancy_id, members, entry_count
     FROM shortlists WHERE unit = $1 AND vacancy_id = ANY ($2::text[])`,
    [unit, vacancies],
  );
  return new Map(
    rows.map(({ vacancy_id, members, entry_count }) => [vacancy_id, members.slice(0, entry_count)]),
  );
}
