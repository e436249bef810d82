import type { Queues } from "../queue/queues.ts";
import type { Rematcher } from "../rematching/rematcher.ts";
import type { Database } from "../storage/database.ts";
import { restPendingChange } from "../storage/queries/rest-pending-change.ts";
import { isLastAttempt, withoutTexts } from "./job-failure.ts";

export interface RematchWorkerOptions {
  readonly queues: Queues;
  readonly rematcher: Rematcher;
  readonly database: Database;
  readonly concurrency: number;
}

/**
 * Works off changed participants and vacancies. At least once: a job may run again, or beside itself in another process,
 * and does no harm then, since what to do is read from the database when it begins.
 */
export function startRematchWorker({ queues, rematcher, database, concurrency }: RematchWorkerOptions): void {
  queues.startWorker(
    "rematch",
    async (job) => {
      try {
        await rematcher.follow(job.data);
      } catch (error) {
        if (isLastAttempt(job)) await restPendingChange(database, job.data);
        throw withoutTexts(error);
      }
    },
    { concurrency },
  );
}
