import { type ExpectedList, mostLists } from "../index-replica/list-warmer.ts";
import type { Queryable } from "../storage/database.ts";
import { readOpenVacancies } from "../storage/queries/read-open-vacancies.ts";
import { readUnits } from "../storage/queries/read-units.ts";
import { readVacancyStates } from "../storage/queries/read-vacancy-states.ts";
import { shortlistRequest } from "./compute-shortlist.ts";
import { isOpenOn } from "./is-open-on.ts";

/** The lists that each unit's shortlists of open vacancies are made from, the newest vacancies first. */
export async function listsOfUnits(database: Queryable, date: string): Promise<readonly ExpectedList[]> {
  const units = await readUnits(database);
  const vacancies = await readOpenVacancies(database, mostLists);
  const ids = vacancies.map(({ id }) => id);
  const states = await readVacancyStates(database, ids);
  const open = ids.flatMap((id) => states.get(id) ?? []).filter((state) => isOpenOn(state, date));
  return open.flatMap(({ id, units: own }) =>
    units
      .filter((unit) => own?.includes(unit) !== false)
      .map((unit) => ({ vacancy: id, request: shortlistRequest({ unit, date }) })),
  );
}
