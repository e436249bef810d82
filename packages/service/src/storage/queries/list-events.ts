import type { Queryable } from "../database.ts";
import type { EventKind, StoredEvent } from "../event.ts";
import type { VisibleUnits } from "../visible.ts";

export interface EventsQuery {
  /** Id after which the events begin. */
  readonly after: number;
  readonly limit: number;
  readonly units: VisibleUnits;
  /** Absent or `null`: all. */
  readonly kinds?: readonly EventKind[] | null;
}

/** Events in the order of their commits. Whoever has seen one has seen all before it. */
export async function listEvents(
  client: Queryable,
  { after, limit, units, kinds = null }: EventsQuery,
): Promise<readonly StoredEvent[]> {
  const { rows } = await client.query<StoredEvent>(
    `SELECT id, at, unit, kind, payload FROM events
     WHERE id > $1 AND ($2::text[] IS NULL OR unit IS NULL OR unit = ANY ($2::text[]))
       AND ($3::text[] IS NULL OR kind = ANY ($3::text[]))
     ORDER BY id LIMIT $4`,
    [after, units, kinds, limit],
  );
  return rows;
}
