import { today } from "@jobbmatch/matcher";
import { JobbmatchError } from "@jobbmatch/shared";
import type { Config } from "./config/config.ts";
import type { HttpServer } from "./http-server.ts";
import { ListWarmer } from "./index-replica/list-warmer.ts";
import { Closables, openParts, type PartsOverrides, type ServiceParts } from "./service-parts.ts";
import type { BackgroundWork } from "./workers/background-work.ts";

/** A role of the service that runs in this process. */
export interface RunningService extends ServiceParts {
  /** Address of the API, such as `http://127.0.0.1:8080`; `undefined` for a worker. */
  readonly url: string | undefined;
  /**
   * Stops in good order: answers what was asked, ends the running jobs, saves the index, lets go of queues and database.
   * What was not done is done after the next start.
   */
  close(): Promise<void>;
}

interface Roles {
  readonly serves: boolean;
  readonly works: boolean;
}

/**
 * API and worker in this process, with an embedded database or the one that the settings name.
 *
 * @throws JobbmatchError `conflict` when another process has the data folder.
 * @example
 * const service = await startEmbedded(readConfig(process.env));
 * process.once("SIGTERM", () => service.close());
 */
export function startEmbedded(config: Config, overrides?: PartsOverrides): Promise<RunningService> {
  return start(config, { serves: true, works: true }, overrides);
}

/** The API alone. @throws JobbmatchError `invalidRequest` without `DATABASE_URL`: an embedded database is not shared. */
export async function startApi(config: Config, overrides?: PartsOverrides): Promise<RunningService> {
  demandSharedDatabase(config);
  return start(config, { serves: true, works: false }, overrides);
}

/** A worker alone; any number of them may run. @throws JobbmatchError `invalidRequest` without `DATABASE_URL`. */
export async function startWorker(config: Config, overrides?: PartsOverrides): Promise<RunningService> {
  demandSharedDatabase(config);
  return start(config, { serves: false, works: true }, overrides);
}

async function start(config: Config, roles: Roles, overrides?: PartsOverrides): Promise<RunningService> {
  const closables = new Closables();
  try {
    const parts = await openParts(config, closables, overrides);
    const work = roles.works ? closables.add(await beginWork(parts)) : undefined;
    const server = roles.serves ? closables.add(await beginServing(parts)) : undefined;
    closables.add(warmLists(parts, work, server));
    parts.logger.info("service started", { mode: config.mode });
    return { ...parts, url: server?.url, close: () => closables.close() };
  } catch (error) {
    await closables.close().catch(() => {});
    throw error;
  }
}

/** What only one role needs is loaded by that role alone: a third of what there is to load. */
async function beginServing(parts: ServiceParts): Promise<HttpServer> {
  const { serveHttp } = await import("./http-server.ts");
  return serveHttp(parts);
}

/** As `beginServing`. */
async function beginWork(parts: ServiceParts): Promise<BackgroundWork> {
  const { BackgroundWork } = await import("./workers/background-work.ts");
  return new BackgroundWork(parts);
}

/** Finds in advance the lists that the roles of this process will ask for. */
function warmLists(
  { replica, logger }: ServiceParts,
  work: BackgroundWork | undefined,
  server: HttpServer | undefined,
): ListWarmer {
  const expectations = [work, server].flatMap((role) => role?.expectedLists ?? []);
  return new ListWarmer({ replica, expectations, isBusy: () => work?.isBusy === true, today, logger });
}

function demandSharedDatabase({ mode }: Config): void {
  if (mode !== "embedded") return;
  const message = "separate processes need DATABASE_URL; without it, run `start`";
  throw new JobbmatchError({ code: "invalidRequest", field: "DATABASE_URL", message });
}
