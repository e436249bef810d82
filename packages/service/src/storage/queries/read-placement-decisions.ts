import type { PlacementDecision } from "../../placements/placements-from.ts";
import type { Queryable } from "../database.ts";
import type { VisibleUnits } from "../visible.ts";
import { type DecisionRow, decisionOf } from "./decision-row.ts";

/** Every decision of the units, in the order in which they were made. */
export async function readPlacementDecisions(
  client: Queryable,
  units: VisibleUnits,
): Promise<readonly PlacementDecision[]> {
  const { rows } = await client.query<DecisionRow>(
    "SELECT * FROM decisions WHERE $1::text[] IS NULL OR unit = ANY ($1::text[]) ORDER BY number",
    [units],
  );
  return rows.map(decisionOf);
}
