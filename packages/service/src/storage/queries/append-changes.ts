import type { Transaction } from "../database.ts";

/** A write that the change log tells of. */
export interface NewChange {
  readonly entity: "participant" | "vacancy";
  readonly id: string;
  /** The participant's unit; `null` for a vacancy. */
  readonly unit: string | null;
  readonly version: number;
  readonly kind: "put" | "delete";
}

/**
 * Adds changes to the log, in their order. The transaction holds the lock of `lockChangeLog`.
 *
 * @returns the position of the first one; the others follow without gaps.
 */
export async function appendChanges(
  transaction: Transaction,
  changes: readonly NewChange[],
): Promise<number> {
  const { rows } = await transaction.query<{ first: number }>(
    `WITH taken AS (
       UPDATE counters SET value = value + jsonb_array_length($1::jsonb) WHERE name = 'position'
       RETURNING value - jsonb_array_length($1::jsonb) + 1 AS first
     ), logged AS (
       INSERT INTO change_log (position, entity, id, unit, version, kind)
       SELECT taken.first + place - 1, change ->> 'entity', change ->> 'id', change ->> 'unit',
              (change ->> 'version')::bigint, change ->> 'kind'
       FROM taken, jsonb_array_elements($1::jsonb) WITH ORDINALITY AS item (change, place)
     )
     SELECT first FROM taken`,
    [JSON.stringify(changes)],
  );
  return rows[0]?.first ?? 1;
}
