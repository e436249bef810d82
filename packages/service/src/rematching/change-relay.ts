import type { Queues } from "../queue/queues.ts";
import type { Database } from "../storage/database.ts";
import { queueChanges } from "../storage/queries/queue-changes.ts";
import { type BacklogSize, readBacklogSize } from "../storage/queries/read-backlog-size.ts";
import { takeDueChanges } from "../storage/queries/take-due-changes.ts";

export interface ChangeRelayOptions {
  readonly database: Database;
  readonly queues: Pick<Queues, "rematch">;
  /** Starts a batch run of everything in place of following many changes singly. */
  readonly startCatchUp: () => Promise<void>;
}

/** The most changes that are read at once, and that one job follows. */
const changesAtOnce = 500;
const changesPerJob = 100;
/** Milliseconds between looks for lost jobs. */
const repairInterval = 1000;
/** The job of a change is taken for lost after so many milliseconds: in an empty queue, and in one that is worked off. */
const lostWhenEmpty = 1000;
const lostOtherwise = (changes: number) => 5000 + changes * 20;

/**
 * Brings the change log to the queue. While a job waits to be begun, changes gather in the database, each entity once
 * however often it changes; then one job follows all of them. So jobs grow as far as the workers fall behind, and a change
 * that comes alone does not wait. Several processes may do so at once. A job that was lost, with the whole queue or alone,
 * is made again from the database.
 */
export class ChangeRelay {
  readonly #options: ChangeRelayOptions;
  #repairedAt = 0;
  /** Whether a run of everything follows the changes: jobs of single ones would only stand in the way. */
  #catchesUp = false;
  #mayBeDue = true;

  constructor(options: ChangeRelayOptions) {
    this.#options = options;
  }

  /** Queues what is new, and now and then what was lost. */
  async relay(): Promise<void> {
    await this.#read();
    if (Date.now() - this.#repairedAt >= repairInterval) {
      this.#repairedAt = Date.now();
      await this.#repair();
    }
    if (!this.#catchesUp && this.#mayBeDue) await this.#queueDue(null);
  }

  async #read(): Promise<void> {
    let changes = changesAtOnce;
    while (changes === changesAtOnce) {
      changes = await queueChanges(this.#options.database, changesAtOnce);
      if (changes > 0) this.#mayBeDue = true;
    }
  }

  async #repair(): Promise<void> {
    const { database, queues, startCatchUp } = this.#options;
    const backlog = await readBacklogSize(database);
    this.#catchesUp = isCatchUpCheaper(backlog);
    if (backlog.changes === 0) return;
    if (this.#catchesUp) {
      await startCatchUp();
      return;
    }
    const jobs = await queues.rematch.getJobCountByTypes("waiting", "active", "delayed", "prioritized");
    await this.#queueDue(jobs === 0 ? lostWhenEmpty : lostOtherwise(backlog.changes));
  }

  /** @param lostAfter milliseconds after which a queued change is queued again; `null`: never. */
  async #queueDue(lostAfter: number | null): Promise<void> {
    const { database, queues } = this.#options;
    if ((await queues.rematch.getWaitingCount()) > 0) return;
    const changes = await takeDueChanges(database, { limit: changesPerJob, lostAfter });
    if (changes.length > 0) await queues.rematch.add("changes", { changes });
    this.#mayBeDue = changes.length === changesPerJob;
  }
}

/**
 * Following one change, which touches three lists, costs about as much as making one list that nobody has asked for since so
 * much has changed. A few changes are always followed singly, so that nobody waits for a whole run because of them.
 */
export function isCatchUpCheaper({ changes, shortlists }: BacklogSize): boolean {
  return changes > 20 && changes > shortlists;
}
