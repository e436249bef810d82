import type { Queryable } from "../database.ts";

/** A unit whose shortlists a participant's change may touch. */
export interface TouchedUnit {
  readonly participant: string;
  readonly unit: string;
}

/**
 * Units whose shortlists changes of participants may touch: those that the participant belongs to or has belonged to, since
 * nobody stands on lists of others, and those from whose shortlists somebody was erased. The server keeps the plan: see
 * `readParticipantHeads`.
 */
export async function readTouchedUnits(
  client: Queryable,
  participants: readonly string[],
): Promise<readonly TouchedUnit[]> {
  const { rows } = await client.query<TouchedUnit>(
    `SELECT participant, touched.unit FROM unnest(ARRAY (SELECT unnest($1::text[]))) AS changed (participant)
     CROSS JOIN LATERAL (
       SELECT unit FROM change_log WHERE entity = 'participant' AND id = participant AND unit IS NOT NULL
       UNION SELECT unit FROM shortlists WHERE is_erased
     ) AS touched`,
    [participants],
  );
  return rows;
}
