import { isUsable } from "../access/api-key.ts";
import { type ExpectedList, mostLists } from "../index-replica/list-warmer.ts";
import type { Queryable } from "../storage/database.ts";
import { listKeys } from "../storage/queries/list-keys.ts";
import { readOpenVacancies } from "../storage/queries/read-open-vacancies.ts";
import { isVacancyVisible } from "../storage/visible.ts";
import { matchSettings, requestFor } from "./match-query.ts";

/** The lists of open vacancies as the holders of keys ask for them by default, the newest vacancies first. */
export async function listsOfKeys(database: Queryable, date: string): Promise<readonly ExpectedList[]> {
  const keys = (await listKeys(database)).filter((key) => isUsable(key));
  const unitSets = [...new Map(keys.map(({ units }) => [JSON.stringify(units), units])).values()];
  const vacancies = await readOpenVacancies(database, mostLists);
  const settings = matchSettings.parse({});
  return vacancies.flatMap(({ id, units: open }) =>
    unitSets
      .filter((units) => isVacancyVisible(open, units))
      .map((units) => ({ vacancy: id, request: requestFor({ units }, settings, date) })),
  );
}
