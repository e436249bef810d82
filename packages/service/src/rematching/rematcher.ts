import { today } from "@jobbmatch/matcher";
import type { IndexReplica } from "../index-replica/index-replica.ts";
import type { RematchJob } from "../queue/job-data.ts";
import type { Database, Queryable } from "../storage/database.ts";
import { findTouchedShortlists } from "../storage/queries/find-touched-shortlists.ts";
import { finishPendingChange } from "../storage/queries/finish-pending-change.ts";
import { raiseUnitProgress } from "../storage/queries/raise-unit-progress.ts";
import { readPendingPosition } from "../storage/queries/read-pending-position.ts";
import { readShortlistUnits } from "../storage/queries/read-shortlist-units.ts";
import { readTouchedUnits } from "../storage/queries/read-touched-units.ts";
import { readUnits } from "../storage/queries/read-units.ts";
import { readVacancyStates } from "../storage/queries/read-vacancy-states.ts";
import { nearMissLimit, shortlistLimit } from "./compute-shortlist.ts";
import { inLockedUnit, waitForIndex } from "./in-locked-unit.ts";
import { refreshShortlists } from "./refresh-shortlists.ts";
import { standingsOf } from "./standings.ts";

export interface RematcherOptions {
  readonly database: Database;
  readonly replica: IndexReplica;
  /** The current day, ISO date. @default today in Sweden */
  readonly today?: () => string;
}

/** Shortlists that are made in one transaction at most, so that nobody waits long for a unit's lock. */
const shortlistsAtOnce = 50;

/** A change that is followed in one unit. */
interface UnitChange {
  readonly unit: string;
  readonly id: string;
  readonly position: number;
}

/**
 * Makes the shortlists follow a changed participant or vacancy. Idempotent: a change that was followed already is
 * not followed again, and several may be followed at the same time, in several processes.
 */
export class Rematcher {
  readonly #database: Database;
  readonly #replica: IndexReplica;
  readonly #today: () => string;

  constructor(options: RematcherOptions) {
    this.#database = options.database;
    this.#replica = options.replica;
    this.#today = options.today ?? today;
  }

  /** @throws JobbmatchError `notCaughtUp` when the index does not reach the change in time. */
  async follow({ entity, id }: Pick<RematchJob, "entity" | "id">): Promise<void> {
    const position = await readPendingPosition(this.#database, { entity, id });
    if (position === undefined) return;
    await waitForIndex(this.#replica, position);
    switch (entity) {
      case "participant":
        await this.#followParticipant(id, position);
        break;
      case "vacancy":
        await this.#followVacancy(id, position);
        break;
    }
    await finishPendingChange(this.#database, { entity, id, position });
  }

  async #followParticipant(id: string, position: number): Promise<void> {
    for (const unit of await readTouchedUnits(this.#database, id)) {
      let isDone = false;
      while (!isDone)
        isDone = await this.#inUnit(unit, (client) => this.#refreshTouched(client, { unit, id, position }));
    }
  }

  /** @returns whether no touched shortlist is left. */
  async #refreshTouched(client: Queryable, { unit, id, position }: UnitChange): Promise<boolean> {
    const date = this.#today();
    const vacancies = await findTouchedShortlists(client, {
      unit,
      participant: id,
      position,
      standings: standingsOf(this.#replica.matcher, { participant: id, unit, date }),
      shortlistLimit,
      nearMissLimit,
      limit: shortlistsAtOnce,
    });
    if (vacancies.length > 0)
      await refreshShortlists(client, this.#replica, { unit, vacancies, date, cause: "participant" });
    if (vacancies.length === shortlistsAtOnce) return false;
    await raiseUnitProgress(client, { unit, position });
    return true;
  }

  async #followVacancy(id: string, position: number): Promise<void> {
    const state = (await readVacancyStates(this.#database, [id])).get(id);
    const open = state === undefined ? [] : (state.units ?? (await readUnits(this.#database)));
    const stored = await readShortlistUnits(this.#database, id);
    for (const unit of new Set([...open, ...stored])) {
      await this.#inUnit(unit, async (client) => {
        const request = { unit, vacancies: [id], date: this.#today(), cause: "vacancy" as const };
        await refreshShortlists(client, this.#replica, request);
        await raiseUnitProgress(client, { unit, position });
      });
    }
  }

  #inUnit<Value>(unit: string, act: (client: Queryable) => Promise<Value>): Promise<Value> {
    return inLockedUnit({ database: this.#database, replica: this.#replica, unit }, act);
  }
}
