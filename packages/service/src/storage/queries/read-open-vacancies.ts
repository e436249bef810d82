import type { Queryable } from "../database.ts";

/** A vacancy that is open, and the units it is for; `null`: all. */
export interface OpenVacancy {
  readonly id: string;
  readonly units: readonly string[] | null;
}

/** Open vacancies, those that changed last first. */
export async function readOpenVacancies(client: Queryable, limit: number): Promise<readonly OpenVacancy[]> {
  const { rows } = await client.query<OpenVacancy & Record<string, unknown>>(
    "SELECT id, units FROM vacancies WHERE body->>'status' = 'open' ORDER BY position DESC LIMIT $1",
    [limit],
  );
  return rows;
}
