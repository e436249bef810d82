import type { Queryable } from "../database.ts";

export interface UnlistedParticipants {
  readonly count: number;
  /** The first of them by id. */
  readonly ids: readonly string[];
}

/** Participants who stand on no shortlist. */
export async function readUnlistedParticipants(
  client: Queryable,
  limit: number,
): Promise<UnlistedParticipants> {
  const { rows } = await client.query<UnlistedParticipants>(
    `WITH listed AS (
       SELECT DISTINCT entry ->> 'participant' AS id FROM shortlists, jsonb_array_elements(entries) AS entry
     ), unlisted AS (
       SELECT id FROM participants WHERE NOT EXISTS (SELECT FROM listed WHERE listed.id = participants.id)
     )
     SELECT (SELECT count(*) FROM unlisted) AS count,
            ARRAY (SELECT id FROM unlisted ORDER BY id LIMIT $1) AS ids`,
    [limit],
  );
  return rows[0] ?? { count: 0, ids: [] };
}
