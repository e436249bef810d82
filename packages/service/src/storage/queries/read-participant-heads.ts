import type { Participant } from "@jobbmatch/shared";
import type { Queryable } from "../database.ts";
import type { StoredHead } from "../records/decide-write.ts";

interface Row {
  readonly id: string;
  readonly unit: string;
  readonly version: number;
  readonly position: number;
  readonly body: Participant;
}

/** What is stored of some participants, by id. */
export async function readParticipantHeads(
  client: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredHead<Participant>>> {
  const { rows } = await client.query<Row>(
    "SELECT id, unit, version, position, body FROM participants WHERE id = ANY ($1::text[])",
    [ids],
  );
  return new Map(rows.map(({ id, unit, ...head }) => [id, { ...head, units: [unit] }]));
}
