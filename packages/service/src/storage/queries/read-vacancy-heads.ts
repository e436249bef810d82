import type { Vacancy } from "@jobbmatch/shared";
import type { Queryable } from "../database.ts";
import type { StoredHead } from "../records/decide-write.ts";

/** What is stored of some vacancies, by id; see `readParticipantHeads`. */
export async function readVacancyHeads(
  client: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredHead<Vacancy>>> {
  const { rows } = await client.query<StoredHead<Vacancy> & { readonly id: string }>(
    "SELECT id, units, version, position, body FROM vacancies WHERE id = ANY (ARRAY (SELECT unnest($1::text[])))",
    [ids],
  );
  return new Map(rows.map(({ id, ...head }) => [id, head]));
}
