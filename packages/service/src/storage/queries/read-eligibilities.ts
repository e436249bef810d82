import type { Participant } from "@jobbmatch/shared";
import type { Queryable } from "../database.ts";
import type { VisibleUnits } from "../visible.ts";

/** Somebody's decisions of eligibility. */
export type EligiblePerson = Pick<Participant, "id" | "unit" | "eligibility">;

/** The participants who have a decision of eligibility. */
export async function readEligibilities(
  client: Queryable,
  units: VisibleUnits,
): Promise<readonly EligiblePerson[]> {
  const { rows } = await client.query<EligiblePerson>(
    `SELECT id, unit, body->'eligibility' AS eligibility FROM participants
     WHERE body ? 'eligibility' AND ($1::text[] IS NULL OR unit = ANY ($1::text[]))`,
    [units],
  );
  return rows;
}
