import type { Vacancy } from "@jobbmatch/shared";
import type { Transaction } from "../database.ts";

/** Stores vacancies, each id once. */
export async function upsertVacancies(
  transaction: Transaction,
  records: readonly { readonly body: Vacancy; readonly position: number }[],
): Promise<void> {
  await transaction.query(
    `INSERT INTO vacancies (id, version, units, body, position, updated_at)
     SELECT body ->> 'id', (body ->> 'version')::bigint,
            CASE WHEN body ? 'units' THEN ARRAY(SELECT jsonb_array_elements_text(body -> 'units')) END,
            body, position, now()
     FROM jsonb_to_recordset($1::jsonb) AS record (body jsonb, position bigint)
     ON CONFLICT (id) DO UPDATE
     SET version = excluded.version, units = excluded.units, body = excluded.body, position = excluded.position,
         updated_at = excluded.updated_at`,
    [JSON.stringify(records)],
  );
}
