import type { Queryable } from "../database.ts";

/** Removes a unit's shortlists for some vacancies; their history stays. */
export async function deleteShortlists(
  client: Queryable,
  { unit, vacancies }: { readonly unit: string; readonly vacancies: readonly string[] },
): Promise<void> {
  await client.query("DELETE FROM shortlists WHERE unit = $1 AND vacancy_id = ANY ($2::text[])", [
    unit,
    vacancies,
  ]);
}
