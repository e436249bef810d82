import type { Participant } from "@jobbmatch/shared";
import type { Queryable } from "../database.ts";
import { type RecordRow, recordOf, type StoredParticipant } from "../stored-record.ts";
import type { VisibleUnits } from "../visible.ts";

/** A page of a list that is ordered by id. */
export interface RecordsQuery {
  /** Id after which the page begins; empty: the beginning. */
  readonly after: string;
  readonly limit: number;
  readonly units: VisibleUnits;
}

/** Participants in the order of their ids, code point by code point. */
export async function listParticipants(
  client: Queryable,
  { after, limit, units }: RecordsQuery,
): Promise<readonly StoredParticipant[]> {
  const { rows } = await client.query<RecordRow<Participant>>(
    `SELECT id, body, version, position, updated_at FROM participants
     WHERE id > $1 AND ($2::text[] IS NULL OR unit = ANY ($2::text[]))
     ORDER BY id LIMIT $3`,
    [after, units, limit],
  );
  return rows.map(recordOf);
}
