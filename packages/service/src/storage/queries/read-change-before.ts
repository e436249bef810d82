import type { Queryable } from "../database.ts";

/** The last change of a record up to the end of a day. */
export interface PastChange {
  readonly version: number;
  readonly position: number;
  readonly kind: "put" | "delete";
  /** ISO time. */
  readonly at: string;
}

export interface PastRecord {
  readonly entity: "participant" | "vacancy";
  readonly id: string;
  /** Day in Sweden, ISO date; changes on it count. */
  readonly date: string;
}

/** In what version a record was on a day; `undefined` if it had never been there. */
export async function readChangeBefore(
  client: Queryable,
  { entity, id, date }: PastRecord,
): Promise<PastChange | undefined> {
  const { rows } = await client.query<PastChange>(
    `SELECT version, position, kind, at FROM change_log
     WHERE entity = $1 AND id = $2 AND at < ($3::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm'
     ORDER BY position DESC LIMIT 1`,
    [entity, id, date],
  );
  return rows[0];
}
