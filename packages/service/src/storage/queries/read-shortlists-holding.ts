import type { Queryable } from "../database.ts";

/** A participant with the position of the change that the shortlists are to follow. */
export interface ChangedParticipant {
  readonly id: string;
  readonly position: number;
}

/**
 * Vacancies whose shortlists in a unit hold one of some changed participants and were made before the change, and those
 * from whose shortlists somebody was erased.
 */
export async function readShortlistsHolding(
  client: Queryable,
  { unit, participants }: { readonly unit: string; readonly participants: readonly ChangedParticipant[] },
): Promise<readonly string[]> {
  const { rows } = await client.query<{ vacancy_id: string }>(
    `SELECT vacancy_id FROM unnest($2::text[], $3::bigint[]) AS changed (id, position)
     JOIN shortlists ON shortlists.members ? changed.id AND shortlists.position < changed.position
     WHERE unit = $1
     UNION
     SELECT vacancy_id FROM shortlists WHERE unit = $1 AND is_erased`,
    [unit, participants.map(({ id }) => id), participants.map(({ position }) => position)],
  );
  return rows.map(({ vacancy_id }) => vacancy_id);
}
