import { setTimeout as sleep } from "node:timers/promises";
import { JobbmatchError } from "@jobbmatch/shared";
import { Batches } from "../../nightly/batches.ts";
import { createLogger } from "../../observability/logger.ts";
import { openQueues } from "../../queue/open-queues.ts";
import type { Queryable } from "../../storage/database.ts";
import { publishedAddress } from "../../storage/embedded/folder-lock.ts";
import { embeddedFolder } from "../../storage/open-storage.ts";
import { type ListedBatchRun, listBatchRuns } from "../../storage/queries/list-batch-runs.ts";
import { startProgress } from "../progress.ts";
import { type CommandContext, withStorage } from "./context.ts";

const pollMilliseconds = 200;

/** Starts a batch run, and follows it if that is asked for. */
export async function rematch(context: CommandContext, watch: boolean): Promise<void> {
  await demandRunningService(context);
  await withStorage(context, async ({ database, url }) => {
    const logger = createLogger({ level: "error" });
    const opened = await openQueues({ databaseUrl: url, redisUrl: context.config.redisUrl, logger });
    try {
      const { id } = await new Batches({ database, queues: opened.queues }).start("manual");
      context.write(`${context.text(started)} ${id}`);
      if (watch) await watchRun(context, database, id);
    } finally {
      await opened.close();
    }
  });
}

/** With an embedded database, the worker is in the service's process; without it nobody would do the work. */
async function demandRunningService({ config, text }: CommandContext): Promise<void> {
  if (config.mode !== "embedded") return;
  if ((await publishedAddress(embeddedFolder(config))) !== undefined) return;
  throw new JobbmatchError({ code: "unavailable", message: text(notRunning) });
}

async function watchRun(context: CommandContext, database: Queryable, id: string): Promise<void> {
  let run = await readRun(database, id);
  const progress = startProgress(context.text(matching), run.shards);
  while (run.state === "running") {
    progress.update(run.finishedShards);
    await sleep(pollMilliseconds);
    run = await readRun(database, id);
  }
  progress.stop();
  context.write(JSON.stringify(run.report, null, 2));
  if (run.state === "failed") process.exitCode = 1;
}

async function readRun(database: Queryable, id: string): Promise<ListedBatchRun> {
  const [run] = await listBatchRuns(database, { id, limit: 1 });
  if (run === undefined)
    throw new JobbmatchError({ code: "unknownResource", id, message: "there is no such batch run" });
  return run;
}

const started = { sv: "Startade körningen", en: "Started run" };
const matching = { sv: "Matchar om", en: "Matching anew" };
const notRunning = {
  sv: "ingen tjänst är igång: starta den med jobbmatch start",
  en: "no service is running: start it with jobbmatch start",
};
