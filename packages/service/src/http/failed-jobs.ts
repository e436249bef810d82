import type { Job } from "bullmq";
import { type QueueName, queueNames } from "../queue/job-data.ts";
import type { Queues } from "../queue/queues.ts";

/** A job that failed for good. */
export interface FailedJob {
  readonly queue: QueueName;
  readonly id: string;
  /** Ids, versions and positions. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  /** ISO time. */
  readonly failedAt: string | null;
  readonly code: string;
}

export type JobQueues = Pick<Queues, QueueName>;

/** Jobs of one queue that are listed at most. */
const mostJobs = 100;

/** The failed jobs of every queue, the newest of each first. */
export async function listFailedJobs(queues: JobQueues): Promise<FailedJob[]> {
  const lists = await Promise.all(
    queueNames.map(async (queue) => {
      const jobs: readonly Job[] = await queues[queue].getFailed(0, mostJobs - 1);
      return jobs.map((job) => describe(queue, job));
    }),
  );
  return lists.flat();
}

/** A job if it is a failed one. */
export async function failedJob(queues: JobQueues, queue: QueueName, id: string): Promise<Job | undefined> {
  const job: Job | undefined = await queues[queue].getJob(id);
  return job !== undefined && (await job.isFailed()) ? job : undefined;
}

function describe(
  queue: QueueName,
  { id = "", data, attemptsMade, finishedOn, failedReason = "" }: Job,
): FailedJob {
  return {
    queue,
    id,
    data: { ...data },
    attempts: attemptsMade,
    failedAt: finishedOn === undefined ? null : new Date(finishedOn).toISOString(),
    // Workers keep the kind of a failure only; what another program put there is not repeated.
    code: /^[\w .-]{1,100}$/.test(failedReason) ? failedReason : "unknown failure",
  };
}
