import { today } from "@jobbmatch/matcher";
import type { IndexReplica } from "../index-replica/index-replica.ts";
import type { ChangedEntity } from "../queue/job-data.ts";
import type { Database, Queryable } from "../storage/database.ts";
import { finishFollowedChanges } from "../storage/queries/finish-followed-changes.ts";
import { readListStates } from "../storage/queries/read-list-states.ts";
import { readPendingPositions } from "../storage/queries/read-pending-positions.ts";
import { changesByUnit, type UnitChanges } from "./changes-by-unit.ts";
import { chunksOf } from "./chunks-of.ts";
import { inLockedUnit, waitForIndex } from "./in-locked-unit.ts";
import { KnownLists } from "./known-lists.ts";
import { type Refreshed, refreshShortlists } from "./refresh-shortlists.ts";
import { type ChangedParticipant, touchedShortlists } from "./touched-shortlists.ts";
import { UnitLists } from "./unit-lists.ts";

export interface RematcherOptions {
  readonly database: Database;
  readonly replica: IndexReplica;
  /** The current day, ISO date. @default today in Sweden */
  readonly today?: () => string;
}

/** The shortlists of a unit that is locked, as they are. */
interface LockedLists {
  /** From memory, if nobody else has written since. */
  readonly known: UnitLists | undefined;
  read(): Promise<UnitLists>;
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
  readonly #known = new KnownLists();
  #following = 0;

  constructor(options: RematcherOptions) {
    this.#database = options.database;
    this.#replica = options.replica;
    this.#today = options.today ?? today;
  }

  /** Whether changes are being followed right now. */
  get isFollowing(): boolean {
    return this.#following > 0;
  }

  /** @throws JobbmatchError `notCaughtUp` when the index does not reach the changes in time. */
  async follow(entities: readonly Pick<ChangedEntity, "entity" | "id">[]): Promise<void> {
    this.#following += 1;
    try {
      await this.#followAll(entities);
    } finally {
      this.#following -= 1;
    }
  }

  async #followAll(entities: readonly Pick<ChangedEntity, "entity" | "id">[]): Promise<void> {
    const changes = await readPendingPositions(this.#database, entities);
    if (changes.length === 0) return;
    await waitForIndex(this.#replica, Math.max(...changes.map(({ position }) => position)));
    for (const ofUnit of await changesByUnit(this.#database, changes)) await this.#followInUnit(ofUnit);
    await finishFollowedChanges(this.#database, changes);
  }

  /**
   * What few changes touch is found and made anew in one transaction; what many do, in several. The unit's progress is
   * raised with the first: whatever is written from then on has seen the changes. So the shortlists that are found can be
   * made anew later, and no other one can come to need it.
   */
  async #followInUnit(changes: UnitChanges): Promise<void> {
    const changed = new Set(changes.vacancies);
    const causeOf = (vacancy: string) => (changed.has(vacancy) ? "vacancy" : "participant");
    const request = { unit: changes.unit, date: this.#today(), causeOf };
    const touched = new Set(changed);
    const find = async (
      client: Queryable,
      lists: LockedLists,
      participants: readonly ChangedParticipant[],
    ) => {
      if (participants.length === 0) return;
      const found = { ...request, participants, lists: await lists.read() };
      for (const vacancy of await touchedShortlists(client, this.#replica, found)) touched.add(vacancy);
    };
    const refresh = (client: Queryable, { known }: LockedLists, vacancies: readonly string[]) =>
      refreshShortlists(client, this.#replica, { ...request, vacancies, lists: known });
    const [last = [], ...others] = chunksOf(changes.participants, participantsAtOnce);
    for (const some of others)
      await this.#inUnit(changes, async (client, lists) => {
        await find(client, lists, some);
        return refresh(client, lists, []);
      });
    await this.#inUnit(changes, async (client, lists) => {
      await find(client, lists, last);
      return refresh(client, lists, [...touched].slice(0, shortlistsAtOnce));
    });
    for (const some of chunksOf([...touched].slice(shortlistsAtOnce), shortlistsAtOnce))
      await this.#inUnit(changes, (client, lists) => refresh(client, lists, some));
  }

  async #inUnit(
    { unit, position }: UnitChanges,
    act: (client: Queryable, lists: LockedLists) => Promise<Refreshed>,
  ): Promise<void> {
    const work = { database: this.#database, replica: this.#replica, unit, position };
    const { revision, lists, refreshed } = await inLockedUnit(work, async (client, locked) => {
      let known = this.#known.current({ unit, revision: locked });
      const done = await act(client, {
        get known() {
          return known;
        },
        read: async () => {
          known ??= new UnitLists(await readListStates(client, unit));
          return known;
        },
      });
      return { revision: locked, lists: known, refreshed: done };
    });
    if (lists !== undefined) this.#known.keep({ unit, revision }, lists, refreshed);
  }
}
