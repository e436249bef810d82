import { readVacancy } from "../storage/queries/read-vacancy.ts";
import type { Asker } from "./asker.ts";
import type { HttpServices } from "./services.ts";
import { unknownRecord } from "./stored-records.ts";

/**
 * Checks that a vacancy is there for the asker.
 *
 * @throws JobbmatchError `unknownVacancy`, also for a vacancy of other units.
 */
export async function requireVisibleVacancy(
  { database }: Pick<HttpServices, "database">,
  { units }: Asker,
  id: string,
): Promise<void> {
  if ((await readVacancy(database, { id, units })) === undefined) throw unknownRecord("unknownVacancy", id);
}
