import type { Queryable } from "../database.ts";

/** How a participant would stand with an open vacancy. */
export interface Standing {
  readonly vacancy: string;
  readonly score: number;
  /** Whether exactly one rule excludes the participant; otherwise none does. */
  readonly isNearMiss: boolean;
}

export interface TouchedShortlistsQuery {
  readonly unit: string;
  readonly participant: string;
  /** Position of the participant's change; shortlists that were computed at it or later follow it already. */
  readonly position: number;
  /** Empty when the participant does not belong to the unit any more. */
  readonly standings: readonly Standing[];
  readonly shortlistLimit: number;
  readonly nearMissLimit: number;
  readonly limit: number;
}

/**
 * Vacancies whose shortlist in a unit may change with a participant: those that hold the participant, those that the
 * participant would enter now, those from which somebody was erased, and those that have no shortlist yet. A shortlist
 * without steps in its funnel is that of a vacancy which is not open: nobody enters it.
 */
export async function findTouchedShortlists(
  client: Queryable,
  query: TouchedShortlistsQuery,
): Promise<string[]> {
  const { rows } = await client.query<{ vacancy_id: string }>(
    `SELECT vacancy_id FROM shortlists
     WHERE unit = $1 AND position < $2 AND (members ? $3 OR position = 0)
     UNION
     SELECT standing.vacancy_id
     FROM unnest($4::text[], $5::float8[], $6::boolean[]) AS standing (vacancy_id, score, is_near_miss)
     LEFT JOIN shortlists ON shortlists.vacancy_id = standing.vacancy_id AND shortlists.unit = $1
     WHERE shortlists.vacancy_id IS NULL
        OR (shortlists.position < $2 AND CASE WHEN standing.is_near_miss
              THEN standing.score >= lowest_near_miss_score
                OR (near_miss_count < $8 AND funnel -> 'steps' <> '[]')
              ELSE entry_count < $7 OR standing.score >= lowest_score END)
     LIMIT $9`,
    [
      query.unit,
      query.position,
      query.participant,
      query.standings.map(({ vacancy }) => vacancy),
      query.standings.map(({ score }) => score),
      query.standings.map(({ isNearMiss }) => isNearMiss),
      query.shortlistLimit,
      query.nearMissLimit,
      query.limit,
    ],
  );
  return rows.map(({ vacancy_id }) => vacancy_id);
}
