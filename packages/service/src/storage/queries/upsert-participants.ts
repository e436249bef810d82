import type { Participant } from "@jobbmatch/shared";
import type { Transaction } from "../database.ts";

/** Stores participants, each id once. */
export async function upsertParticipants(
  transaction: Transaction,
  records: readonly { readonly body: Participant; readonly position: number }[],
): Promise<void> {
  await transaction.query(
    `INSERT INTO participants (id, unit, version, body, position, updated_at)
     SELECT body ->> 'id', body ->> 'unit', (body ->> 'version')::bigint, body, position, now()
     FROM jsonb_to_recordset($1::jsonb) AS record (body jsonb, position bigint)
     ON CONFLICT (id) DO UPDATE
     SET unit = excluded.unit, version = excluded.version, body = excluded.body, position = excluded.position,
         updated_at = excluded.updated_at`,
    [JSON.stringify(records)],
  );
}
