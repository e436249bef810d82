import type { Queryable } from "../database.ts";

/** Notes that a unit's shortlists follow the change at a position. */
export async function raiseUnitProgress(
  client: Queryable,
  { unit, position }: { readonly unit: string; readonly position: number },
): Promise<void> {
  await client.query("UPDATE unit_progress SET position = greatest(position, $2) WHERE unit = $1", [
    unit,
    position,
  ]);
}
