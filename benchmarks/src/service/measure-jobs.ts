import { openQueues, openStorage, silentLogger } from "@jobbmatch/service";
import type { Mode } from "./mode.ts";

/** Trivial jobs through the service's own queues. */
export interface JobThroughput {
  readonly mode: Mode;
  readonly jobs: number;
  readonly concurrency: number;
  readonly addedPerSecond: number;
  /** With nothing else going on: all jobs wait when the worker begins. */
  readonly workedOffPerSecond: number;
}

export interface JobLoad {
  readonly mode: Mode;
  readonly jobs: number;
  readonly concurrency: number;
  /** An empty one; absent in the embedded mode. */
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** For the embedded database. */
  readonly folder: string;
}

/** Jobs that are added with one call, as the service adds them. */
const addedAtOnce = 500;

export async function measureJobs(load: JobLoad): Promise<JobThroughput> {
  const { mode, jobs, concurrency, databaseUrl, redisUrl, folder } = load;
  const config = { databaseUrl, dataFolder: folder, databaseConnections: 10 };
  const storage = await openStorage({ config });
  const { queues, close } = await openQueues({
    databaseUrl: storage.url,
    redisUrl: mode === "redis" ? redisUrl : undefined,
    logger: silentLogger,
  });
  try {
    await queues.waitUntilReady();
    const addingSeconds = await secondsOf(async () => {
      for (let first = 0; first < jobs; first += addedAtOnce) {
        const count = Math.min(addedAtOnce, jobs - first);
        await queues.webhooks.addBulk(Array.from({ length: count }, (_, index) => jobOf(first + index)));
      }
    });
    const workingSeconds = await secondsOf(
      () =>
        new Promise<void>((resolve) => {
          let done = 0;
          queues.startWorker(
            "webhooks",
            async () => {
              done += 1;
              if (done === jobs) resolve();
            },
            { concurrency },
          );
        }),
    );
    return {
      mode,
      jobs,
      concurrency,
      addedPerSecond: jobs / addingSeconds,
      workedOffPerSecond: jobs / workingSeconds,
    };
  } finally {
    await close();
    await storage.close();
  }
}

function jobOf(number: number) {
  return { name: "job", data: { delivery: `${number}` } };
}

async function secondsOf(act: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await act();
  return (performance.now() - begun) / 1000;
}
