import { JobbmatchError } from "@jobbmatch/shared";
import { type JobDataByQueue, type QueueName, queueNames } from "./job-data.ts";
import type { Queues } from "./queues.ts";

/** A job that has failed for good. */
export interface FailedJob {
  readonly queue: QueueName;
  readonly id: string;
  /** Ids, versions and positions. */
  readonly data: JobDataByQueue[QueueName];
  /** Kind and code of the failure; never a text that it quotes. */
  readonly reason: string;
  readonly attempts: number;
  /** ISO time. */
  readonly failedAt: string;
}

/** The failed jobs of all queues, the latest first. @param limit of each queue, 1 or more. */
export async function listFailedJobs(queues: Queues, limit: number): Promise<FailedJob[]> {
  const found = await Promise.all(queueNames.map((name) => failedIn(queues, name, limit)));
  return found.flat().sort((a, b) => (a.failedAt < b.failedAt ? 1 : -1));
}

/**
 * Runs a failed job again, with all its attempts.
 *
 * @throws JobbmatchError `notFound` when there is no such failed job.
 */
export async function replayFailedJob(queues: Queues, queue: QueueName, id: string): Promise<void> {
  const job = await queues[queue].getJob(id);
  if (job === undefined || (await job.getState()) !== "failed")
    throw new JobbmatchError({ code: "notFound", message: "there is no such failed job" });
  await job.retry("failed", { resetAttemptsMade: true });
}

async function failedIn(queues: Queues, queue: QueueName, limit: number): Promise<FailedJob[]> {
  const jobs = await queues[queue].getFailed(0, limit - 1);
  return jobs.map(({ id, data, failedReason, attemptsMade, finishedOn, timestamp }) => ({
    queue,
    id: id ?? "",
    data,
    reason: failedReason ?? "",
    attempts: attemptsMade,
    failedAt: new Date(finishedOn ?? timestamp).toISOString(),
  }));
}
