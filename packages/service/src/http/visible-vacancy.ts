import type { Vacancy } from "@jobbmatch/shared";
import { readVacancy } from "../storage/queries/read-vacancy.ts";
import type { StoredRecord } from "../storage/stored-record.ts";
import type { Asker } from "./asker.ts";
import type { HttpServices } from "./services.ts";
import { unknownRecord } from "./stored-records.ts";

/**
 * A stored vacancy, if it is there for the asker.
 *
 * @throws JobbmatchError `unknownVacancy`, also for a vacancy of other units.
 */
export async function visibleVacancy(
  { database }: Pick<HttpServices, "database">,
  { units }: Asker,
  id: string,
): Promise<StoredRecord<Vacancy>> {
  const stored = await readVacancy(database, { id, units });
  if (stored === undefined) throw unknownRecord("unknownVacancy", id);
  return stored;
}
