import type { Queryable } from "../database.ts";

/** How much is to be done. */
export interface BacklogSize {
  /** Changes that the shortlists do not follow yet; those at rest are not counted. */
  readonly changes: number;
  /** Shortlists that there are or will be: one for each vacancy and unit. */
  readonly shortlists: number;
}

/** Counts pending changes, and shortlists at most: vacancies for certain units are counted for every unit. */
export async function readBacklogSize(client: Queryable): Promise<BacklogSize> {
  const { rows } = await client.query<BacklogSize>(
    `SELECT (SELECT count(*) FROM pending_changes WHERE NOT rests) AS changes,
            (SELECT count(*) FROM vacancies) * (SELECT greatest(count(*), 1) FROM unit_progress) AS shortlists`,
  );
  return rows[0] ?? { changes: 0, shortlists: 0 };
}
