import type { Queryable } from "../database.ts";

/** What the holder of a unit's lock knows of the unit. */
export interface LockedUnit {
  /**
   * The highest position of a change that the unit's shortlists follow: nothing that an older index computed may be
   * written any more, since it might undo what that change has done.
   */
  readonly position: number;
  /** Raised by one with each lock: whoever held the one before knows that nobody has written since. */
  readonly revision: number;
}

export interface UnitLockRequest {
  readonly unit: string;
  /** Position of a change that the shortlists follow from now on. @default no change */
  readonly position?: number;
}

/** Lets nobody else write a unit's shortlists until the end of the transaction. */
export async function lockUnit(client: Queryable, request: UnitLockRequest): Promise<LockedUnit> {
  const known = await lockRow(client, request);
  if (known !== undefined) return known;
  await client.query("INSERT INTO unit_progress (unit, position) VALUES ($1, 0) ON CONFLICT DO NOTHING", [
    request.unit,
  ]);
  return (await lockRow(client, request)) ?? { position: 0, revision: 0 };
}

async function lockRow(
  client: Queryable,
  { unit, position = 0 }: UnitLockRequest,
): Promise<LockedUnit | undefined> {
  const { rows } = await client.query<LockedUnit>(
    `UPDATE unit_progress SET position = greatest(position, $2), revision = revision + 1
     WHERE unit = $1 RETURNING position, revision`,
    [unit, position],
  );
  return rows[0];
}
