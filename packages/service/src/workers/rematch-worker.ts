import type { RematchJob } from "../queue/job-data.ts";
import type { Queues } from "../queue/queues.ts";
import type { Rematcher } from "../rematching/rematcher.ts";
import type { Database } from "../storage/database.ts";
import { restPendingChange } from "../storage/queries/rest-pending-change.ts";
import { isLastAttempt, withoutTexts } from "./job-failure.ts";

export interface RematchWorkerOptions {
  readonly queues: Queues;
  readonly rematcher: Pick<Rematcher, "follow">;
  readonly database: Database;
  readonly concurrency: number;
}

/**
 * Works off changed participants and vacancies. At least once: a job may run again, or beside itself in another process,
 * and does no harm then, since what to do is read from the database when it begins. A job of several changes that fails
 * is taken apart, so that one that cannot be followed holds up no other.
 */
export function startRematchWorker({ queues, rematcher, database, concurrency }: RematchWorkerOptions): void {
  queues.startWorker(
    "rematch",
    async (job) => {
      const { changes } = job.data;
      try {
        await rematcher.follow(changes);
      } catch (error) {
        if (changes.length > 1) return await takeApart(queues, job.data);
        if (isLastAttempt(job)) for (const change of changes) await restPendingChange(database, change);
        throw withoutTexts(error);
      }
    },
    { concurrency },
  );
}

async function takeApart({ rematch }: Queues, { changes }: RematchJob): Promise<void> {
  const jobs = changes.map((change) => ({ name: "change", data: { changes: [change] } }));
  await rematch.addBulk(jobs).catch((error: unknown) => {
    throw withoutTexts(error);
  });
}
