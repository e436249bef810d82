import type { Queryable } from "../storage/database.ts";
import { readShortlistUnits } from "../storage/queries/read-shortlist-units.ts";
import { readTouchedUnits } from "../storage/queries/read-touched-units.ts";
import { readUnits } from "../storage/queries/read-units.ts";
import { readVacancyStates } from "../storage/queries/read-vacancy-states.ts";
import type { PendingChange } from "../storage/queries/take-due-changes.ts";
import type { ChangedParticipant } from "./touched-shortlists.ts";

/** What the shortlists of one unit are to follow. */
export interface UnitChanges {
  readonly unit: string;
  /** Position of the newest of the changes. */
  readonly position: number;
  readonly participants: readonly ChangedParticipant[];
  /** Ids. */
  readonly vacancies: readonly string[];
}

/** Sorts changes by the units whose shortlists they may touch. */
export async function changesByUnit(
  client: Queryable,
  changes: readonly PendingChange[],
): Promise<readonly UnitChanges[]> {
  const participants = changes.filter(({ entity }) => entity === "participant");
  const vacancies = changes.filter(({ entity }) => entity === "vacancy");
  const touched = [
    ...(await unitsOfParticipants(client, participants)),
    ...(await unitsOfVacancies(client, vacancies)),
  ];
  return [...new Set(touched.map(({ unit }) => unit))].sort().map((unit) => {
    const ofUnit = touched.filter((each) => each.unit === unit).map(({ change }) => change);
    return {
      unit,
      position: Math.max(...ofUnit.map(({ position }) => position)),
      participants: ofUnit.filter(({ entity }) => entity === "participant"),
      vacancies: ofUnit.filter(({ entity }) => entity === "vacancy").map(({ id }) => id),
    };
  });
}

interface UnitChange {
  readonly unit: string;
  readonly change: PendingChange;
}

async function unitsOfParticipants(
  client: Queryable,
  changes: readonly PendingChange[],
): Promise<readonly UnitChange[]> {
  if (changes.length === 0) return [];
  const byId = new Map(changes.map((change) => [change.id, change]));
  const touched = await readTouchedUnits(client, [...byId.keys()]);
  return touched.flatMap(({ participant, unit }) => {
    const change = byId.get(participant);
    return change === undefined ? [] : [{ unit, change }];
  });
}

/** Units that a vacancy is open to, and those that have a shortlist for it. */
async function unitsOfVacancies(
  client: Queryable,
  changes: readonly PendingChange[],
): Promise<readonly UnitChange[]> {
  if (changes.length === 0) return [];
  const ids = changes.map(({ id }) => id);
  const states = await readVacancyStates(client, ids);
  const all = await readUnits(client);
  const stored = await readShortlistUnits(client, ids);
  return changes.flatMap((change) => {
    const state = states.get(change.id);
    const open = state === undefined ? [] : (state.units ?? all);
    const listed = stored.filter(({ vacancy }) => vacancy === change.id).map(({ unit }) => unit);
    return [...new Set([...open, ...listed])].map((unit) => ({ unit, change }));
  });
}
