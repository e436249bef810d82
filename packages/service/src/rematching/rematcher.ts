import { today } from "@jobbmatch/matcher";
import type { IndexReplica } from "../index-replica/index-replica.ts";
import type { ChangedEntity } from "../queue/job-data.ts";
import type { Database, Queryable } from "../storage/database.ts";
import { finishFollowedChanges } from "../storage/queries/finish-followed-changes.ts";
import { raiseUnitProgress } from "../storage/queries/raise-unit-progress.ts";
import { readPendingPositions } from "../storage/queries/read-pending-positions.ts";
import type { ChangedParticipant } from "../storage/queries/read-shortlists-holding.ts";
import { changesByUnit, type UnitChanges } from "./changes-by-unit.ts";
import { chunksOf } from "./chunks-of.ts";
import { inLockedUnit, waitForIndex } from "./in-locked-unit.ts";
import { refreshShortlists } from "./refresh-shortlists.ts";
import { touchedShortlists } from "./touched-shortlists.ts";

export interface RematcherOptions {
  readonly database: Database;
  readonly replica: IndexReplica;
  /** The current day, ISO date. @default today in Sweden */
  readonly today?: () => string;
}

/** Participants that are looked at and shortlists that are made in one transaction, so that nobody waits long for a unit's lock. */
const participantsAtOnce = 20;
const shortlistsAtOnce = 20;

/**
 * Makes the shortlists follow changed participants and vacancies, unit by unit: a list that several changes touch is made
 * once. Idempotent: a change that was followed already is not followed again, and the same ones may be followed at the
 * same time, in several processes.
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

  /** @throws JobbmatchError `notCaughtUp` when the index does not reach the changes in time. */
  async follow(entities: readonly Pick<ChangedEntity, "entity" | "id">[]): Promise<void> {
    const changes = await readPendingPositions(this.#database, entities);
    if (changes.length === 0) return;
    await waitForIndex(this.#replica, Math.max(...changes.map(({ position }) => position)));
    for (const ofUnit of await changesByUnit(this.#database, changes)) await this.#followInUnit(ofUnit);
    await finishFollowedChanges(this.#database, changes);
  }

  /** What few changes touch is found and made anew in one transaction; what many do, in several. */
  async #followInUnit(changes: UnitChanges): Promise<void> {
    const { unit, participants } = changes;
    const changed = new Set(changes.vacancies);
    const causeOf = (vacancy: string) => (changed.has(vacancy) ? "vacancy" : "participant");
    const request = { unit, date: this.#today(), causeOf };
    const touched = new Set(changed);
    const find = async (client: Queryable, some: readonly ChangedParticipant[]) => {
      for (const vacancy of await this.#findTouched(client, { ...changes, participants: some }, request.date))
        touched.add(vacancy);
    };
    const [last = [], ...others] = chunksOf(participants, participantsAtOnce);
    for (const some of others) await this.#inUnit(unit, (client) => find(client, some));
    const left = await this.#inUnit(unit, async (client) => {
      await find(client, last);
      const [first = [], ...later] = chunksOf([...touched], shortlistsAtOnce);
      await refreshShortlists(client, this.#replica, { ...request, vacancies: first });
      return later;
    });
    for (const vacancies of left)
      await this.#inUnit(unit, (client) =>
        refreshShortlists(client, this.#replica, { ...request, vacancies }),
      );
  }

  /**
   * Raises the unit's progress first: whatever is written from then on has seen the changes. So the shortlists that are
   * found here can be made anew later, and no other one can come to need it.
   */
  async #findTouched(
    client: Queryable,
    { unit, position, participants }: UnitChanges,
    date: string,
  ): Promise<ReadonlySet<string>> {
    await raiseUnitProgress(client, { unit, position });
    return touchedShortlists(client, this.#replica, { unit, participants, date });
  }

  #inUnit<Value>(unit: string, act: (client: Queryable) => Promise<Value>): Promise<Value> {
    return inLockedUnit({ database: this.#database, replica: this.#replica, unit }, act);
  }
}
