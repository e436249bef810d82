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

/**
 * What is stored of some participants, by id. The ids are a query of their own, so that the server keeps the plan: it
 * would make one anew each time, since it knows how many ids a value holds, but not how many values to come will.
 */
export async function readParticipantHeads(
  client: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredHead<Participant>>> {
  const { rows } = await client.query<Row>(
    "SELECT id, unit, version, position, body FROM participants WHERE id = ANY (ARRAY (SELECT unnest($1::text[])))",
    [ids],
  );
  return new Map(rows.map(({ id, unit, ...head }) => [id, { ...head, units: [unit] }]));
}
