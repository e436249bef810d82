import type { Queryable } from "../database.ts";

/** Units that have stored shortlists for some vacancies. */
export async function readShortlistUnits(
  client: Queryable,
  vacancies: readonly string[],
): Promise<readonly { readonly vacancy: string; readonly unit: string }[]> {
  const { rows } = await client.query<{ vacancy: string; unit: string }>(
    "SELECT vacancy_id AS vacancy, unit FROM shortlists WHERE vacancy_id = ANY ($1::text[])",
    [vacancies],
  );
  return rows;
}
