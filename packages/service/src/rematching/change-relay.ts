import type { RematchJob } from "../queue/job-data.ts";
import type { Queues } from "../queue/queues.ts";
import type { Database } from "../storage/database.ts";
import { queueChanges } from "../storage/queries/queue-changes.ts";
import { type BacklogSize, readBacklogSize } from "../storage/queries/read-backlog-size.ts";
import { type PendingChange, takeDueChanges } from "../storage/queries/take-due-changes.ts";

export interface ChangeRelayOptions {
  readonly database: Database;
  readonly queues: Pick<Queues, "rematch">;
  /** Starts a batch run of everything in place of following many changes singly. */
  readonly startCatchUp: () => Promise<void>;
}

/** The most changes that are read or queued at once. */
const changesAtOnce = 500;
/** Milliseconds between looks for lost jobs. */
const repairInterval = 1000;
/** The job of a change is taken for lost after so many milliseconds: in an empty queue, and in one that is worked off. */
const lostWhenEmpty = 1000;
const lostOtherwise = (changes: number) => 5000 + changes * 20;

/**
 * Brings the change log to the queue: every changed entity becomes one waiting job, however often it changes, and one
 * more if it changes while its job runs. Several processes may do so at once. A job that was lost, with the whole queue
 * or alone, is queued again from the database.
 */
export class ChangeRelay {
  readonly #options: ChangeRelayOptions;
  #repairedAt = 0;
  /** Whether a run of everything follows the changes: jobs of single ones would only stand in the way. */
  #catchesUp = false;

  constructor(options: ChangeRelayOptions) {
    this.#options = options;
  }

  /** Queues what is new, and now and then what was lost. */
  async relay(): Promise<void> {
    const { database } = this.#options;
    while ((await queueChanges(database, changesAtOnce)) === changesAtOnce);
    if (Date.now() - this.#repairedAt >= repairInterval) {
      this.#repairedAt = Date.now();
      await this.#repair();
    }
    if (!this.#catchesUp) await this.#queueDue(null);
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
    for (;;) {
      const due = await takeDueChanges(database, { limit: changesAtOnce, lostAfter });
      if (due.length > 0) await queues.rematch.addBulk(due.map(jobOf));
      if (due.length < changesAtOnce) return;
    }
  }
}

/** While the job runs, the newest change that comes is kept and run after it. */
function jobOf({ entity, id, position }: PendingChange) {
  const data: RematchJob = { entity, id, position };
  return { name: entity, data, opts: { deduplication: { id: `${entity}:${id}`, keepLastIfActive: true } } };
}

/**
 * Following one change costs some 10 ms, making one shortlist anew some 3 ms. A few changes are always followed singly,
 * so that nobody waits for a whole run because of them.
 */
export function isCatchUpCheaper({ changes, shortlists }: BacklogSize): boolean {
  return changes > 20 && changes * 10 > shortlists * 3;
}
