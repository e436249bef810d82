import type { Queryable } from "../database.ts";
import type { StoredDecision } from "../decision.ts";
import type { VisibleUnits } from "../visible.ts";
import { type DecisionRow, decisionOf } from "./decision-row.ts";

export interface DecisionsQuery {
  /** Only decisions with higher numbers. @default 0 */
  readonly after?: number | undefined;
  readonly limit: number;
  readonly units: VisibleUnits;
  readonly participant?: string | undefined;
  readonly vacancy?: string | undefined;
}

/** Decisions in the order in which they were stored. */
export async function listDecisions(
  client: Queryable,
  { after = 0, limit, units, participant, vacancy }: DecisionsQuery,
): Promise<readonly StoredDecision[]> {
  const { rows } = await client.query<DecisionRow>(
    `SELECT * FROM decisions
     WHERE number > $1 AND ($2::text[] IS NULL OR unit = ANY ($2::text[]))
       AND ($3::text IS NULL OR participant_id = $3) AND ($4::text IS NULL OR vacancy_id = $4)
     ORDER BY number LIMIT $5`,
    [after, units, participant ?? null, vacancy ?? null, limit],
  );
  return rows.map(decisionOf);
}
