import type { Participant } from "@jobbmatch/shared";
import type { Queryable } from "../database.ts";
import { type RecordRow, recordOf, type StoredParticipant } from "../stored-record.ts";
import type { VisibleUnits } from "../visible.ts";

/** A participant; `undefined` when there is none or it belongs to a unit that may not be seen. */
export async function readParticipant(
  client: Queryable,
  { id, units }: { readonly id: string; readonly units: VisibleUnits },
): Promise<StoredParticipant | undefined> {
  const { rows } = await client.query<RecordRow<Participant>>(
    `SELECT id, body, version, position, updated_at FROM participants
     WHERE id = $1 AND ($2::text[] IS NULL OR unit = ANY ($2::text[]))`,
    [id, units],
  );
  return rows[0] === undefined ? undefined : recordOf(rows[0]);
}
