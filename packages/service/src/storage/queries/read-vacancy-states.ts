import type { Vacancy } from "@jobbmatch/shared";
import type { Queryable } from "../database.ts";

/** What decides whether and for whom a vacancy has shortlists. */
export type VacancyState = Pick<
  Vacancy,
  "id" | "status" | "seats" | "seatsTaken" | "deadline" | "end" | "units"
>;

interface Row extends Record<"status", Vacancy["status"]> {
  readonly id: string;
  readonly seats: number;
  readonly seats_taken: number;
  readonly deadline: string | null;
  readonly end: string | null;
  readonly units: string[] | null;
}

/** The states of some vacancies; those that are not there are left out. */
export async function readVacancyStates(
  client: Queryable,
  ids: readonly string[],
): Promise<Map<string, VacancyState>> {
  const { rows } = await client.query<Row>(
    `SELECT id, units, body->>'status' AS status, (body->>'seats')::int AS seats,
            (body->>'seatsTaken')::int AS seats_taken, body->>'deadline' AS deadline, body->>'end' AS "end"
     FROM vacancies WHERE id = ANY ($1::text[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, stateOf(row)]));
}

function stateOf({ id, status, seats, seats_taken, deadline, end, units }: Row): VacancyState {
  return {
    id,
    status,
    seats,
    seatsTaken: seats_taken,
    ...(deadline === null ? {} : { deadline }),
    ...(end === null ? {} : { end }),
    ...(units === null ? {} : { units }),
  };
}
