import type { ResultDates } from "@jobbmatch/shared";
import type { Queryable } from "../database.ts";

interface Row {
  readonly id: string;
  readonly day: string;
}

/** When the participants and vacancies about whom somebody decided came in, as far as it is known. */
export async function readResultDates(client: Queryable): Promise<ResultDates> {
  const participants = await client.query<Row>(
    `SELECT id, body->>'registeredSince' AS day FROM participants
     WHERE body ? 'registeredSince' AND id IN (SELECT participant_id FROM decisions)`,
  );
  const vacancies = await client.query<Row>(
    `SELECT id, body->>'publishedAt' AS day FROM vacancies
     WHERE body ? 'publishedAt' AND id IN (SELECT vacancy_id FROM decisions)`,
  );
  const byId = (rows: readonly Row[]) => new Map(rows.map(({ id, day }) => [id, day]));
  return { registeredSince: byId(participants.rows), publishedAt: byId(vacancies.rows) };
}
