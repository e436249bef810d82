import type { Vacancy } from "@jobbmatch/shared";
import type { Queryable } from "../database.ts";
import { type RecordRow, recordOf, type StoredVacancy } from "../stored-record.ts";
import type { VisibleUnits } from "../visible.ts";

/** A vacancy; `undefined` when there is none or it is for units that may not be seen. */
export async function readVacancy(
  client: Queryable,
  { id, units }: { readonly id: string; readonly units: VisibleUnits },
): Promise<StoredVacancy | undefined> {
  const { rows } = await client.query<RecordRow<Vacancy>>(
    `SELECT id, body, version, position, updated_at FROM vacancies
     WHERE id = $1 AND ($2::text[] IS NULL OR units IS NULL OR units && $2::text[])`,
    [id, units],
  );
  return rows[0] === undefined ? undefined : recordOf(rows[0]);
}
