import type { Queryable } from "../database.ts";

/** A unit whose shortlists a participant's change may touch. */
export interface TouchedUnit {
  readonly participant: string;
  readonly unit: string;
}

/**
 * Units whose shortlists changes of participants may touch: each one's own, those with shortlists that hold the
 * participant, and those from whose shortlists somebody was erased.
 */
export async function readTouchedUnits(
  client: Queryable,
  participants: readonly string[],
): Promise<readonly TouchedUnit[]> {
  const { rows } = await client.query<TouchedUnit>(
    `SELECT participant, touched.unit FROM unnest($1::text[]) AS changed (participant)
     CROSS JOIN LATERAL (
       SELECT unit FROM participants WHERE id = participant
       UNION SELECT unit FROM shortlists WHERE members ? participant
       UNION SELECT unit FROM shortlists WHERE is_erased
     ) AS touched`,
    [participants],
  );
  return rows;
}
