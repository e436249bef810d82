import type { Vacancy } from "@jobbmatch/shared";
import type { Queryable } from "../database.ts";
import { type RecordRow, recordOf, type StoredVacancy } from "../stored-record.ts";
import type { RecordsQuery } from "./list-participants.ts";

/** Vacancies in the order of their ids, code point by code point. */
export async function listVacancies(
  client: Queryable,
  { after, limit, units }: RecordsQuery,
): Promise<readonly StoredVacancy[]> {
  const { rows } = await client.query<RecordRow<Vacancy>>(
    `SELECT id, body, version, position, updated_at FROM vacancies
     WHERE id > $1 AND ($2::text[] IS NULL OR units IS NULL OR units && $2::text[])
     ORDER BY id LIMIT $3`,
    [after, units, limit],
  );
  return rows.map(recordOf);
}
