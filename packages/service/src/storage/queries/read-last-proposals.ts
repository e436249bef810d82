import type { Queryable } from "../database.ts";
import type { VisibleUnits } from "../visible.ts";

/** The day of each participant's last proposal, ISO date, by id. */
export async function readLastProposals(
  client: Queryable,
  units: VisibleUnits,
): Promise<Readonly<Record<string, string>>> {
  const { rows } = await client.query<{ id: string; day: string }>(
    `SELECT participant_id AS id, max(date)::text AS day FROM decisions
     WHERE state = 'proposed' AND ($1::text[] IS NULL OR unit = ANY ($1::text[]))
     GROUP BY participant_id`,
    [units],
  );
  return Object.fromEntries(rows.map(({ id, day }) => [id, day]));
}
