import { setTimeout as sleep } from "node:timers/promises";
import { PositionWaiters } from "../../index-replica/position-waiters.ts";
import type { Queryable } from "../../storage/database.ts";
import { readLastEvent } from "../../storage/queries/read-last-event.ts";

export interface EventWait {
  /** Id of an event. */
  readonly after: number;
  /** How long to wait at most. */
  readonly milliseconds: number;
  readonly signal: AbortSignal;
}

/** Milliseconds between two looks for events. */
const pollInterval = 50;
/** Milliseconds before the next look when the database does not answer. */
const retryDelay = 500;

/** The newest event, looked for once for all who wait in this process, however many they are; not while nobody waits. */
export class EventHead {
  readonly #database: Queryable;
  readonly #waiters = new PositionWaiters();
  #newest = 0;
  #isLooking = false;

  constructor(database: Queryable) {
    this.#database = database;
  }

  /** @returns the id of an event after which there may be none; not above `after` when there was none in time. */
  async next({ after, milliseconds, signal }: EventWait): Promise<number> {
    if (this.#newest <= after) {
      const reached = this.#waiters.wait(after + 1, milliseconds, signal);
      if (!this.#isLooking) void this.#look();
      await reached;
    }
    return this.#newest;
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    while (!this.#waiters.isEmpty) {
      const newest = await readLastEvent(this.#database).catch(() => undefined);
      this.#newest = newest ?? this.#newest;
      this.#waiters.reach(this.#newest);
      await sleep(newest === undefined ? retryDelay : pollInterval);
    }
    this.#isLooking = false;
  }
}
