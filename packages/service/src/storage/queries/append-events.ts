import type { Queryable } from "../database.ts";
import type { NewEvent } from "../event.ts";

export type { NewEvent } from "../event.ts";

/**
 * Adds events, in their order. Inside of a transaction this comes last: until it ends, no other one can add events, so
 * one that then waited for another's rows could wait for ever.
 *
 * @returns the id of the first one; the others follow without gaps. 0 when there are none.
 */
export async function appendEvents(client: Queryable, events: readonly NewEvent[]): Promise<number> {
  if (events.length === 0) return 0;
  const { rows } = await client.query<{ first: number }>(
    `WITH taken AS (
       UPDATE counters SET value = value + jsonb_array_length($1::jsonb) WHERE name = 'event'
       RETURNING value - jsonb_array_length($1::jsonb) + 1 AS first
     ), added AS (
       INSERT INTO events (id, unit, kind, payload)
       SELECT taken.first + place - 1, event ->> 'unit', event ->> 'kind', event -> 'payload'
       FROM taken, jsonb_array_elements($1::jsonb) WITH ORDINALITY AS item (event, place)
     )
     SELECT first FROM taken`,
    [JSON.stringify(events)],
  );
  return rows[0]?.first ?? 0;
}
