import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ApiClient } from "./api-client.ts";
import { drawChangeable, startSlowChanges } from "./change-stream.ts";
import type { Cleanup } from "./cleanup.ts";
import { readListedPeople } from "./listed-people.ts";
import { measureBatch } from "./measure-batch.ts";
import { measureCandidates, measureFirstAnswers } from "./measure-candidates.ts";
import { measureChanges } from "./measure-changes.ts";
import { measureLoading } from "./measure-loading.ts";
import type { Mode } from "./mode.ts";
import type { Population } from "./population.ts";
import type { ModeMeasurements } from "./report.ts";
import { createDatabase, type Servers } from "./servers.ts";
import { ServiceUnderTest } from "./service-under-test.ts";
import { untilQuiet } from "./until-quiet.ts";

export interface ModeOptions {
  readonly servers: Servers;
  readonly population: Population;
  readonly folder: string;
  readonly profiles: string | undefined;
  /** How long each stream of requests or changes goes on. */
  readonly seconds: number;
  readonly cleanup: Cleanup;
  readonly log: (line: string) => void;
}

const readsPerSecond = 200;
const changesPerSecond = 50;
/** How long requests come before those that are measured against the goal: so many times as long, and so many seconds at most. */
const warmUpFactor = 2.5;
const warmUpSeconds = 30;
/** Enough that no list stays in memory for long, and too few to be the load that is measured. */
const slowChangesPerSecond = 2;
const slowlyChanging = 20;

/** Starts the service in one mode with an empty database, measures everything, and stops it. */
export async function measureMode(mode: Mode, options: ModeOptions): Promise<ModeMeasurements> {
  const { servers, folder, profiles, cleanup, log } = options;
  const own = join(folder, `service-${mode}`);
  mkdirSync(own);
  const databaseUrl =
    mode === "embedded" || servers.postgresUrl === undefined
      ? undefined
      : await createDatabase(servers.postgresUrl, cleanup);
  const service = await ServiceUnderTest.start({
    mode,
    folder: own,
    databaseUrl,
    redisUrl: servers.redisUrl,
    profiles,
    cleanup,
  });
  const client = await service.createClient();
  const measured = await measureRequests(client, options).catch((error: unknown) => {
    service.check();
    throw error;
  });
  log("  stop and start");
  client.close();
  const stopSeconds = (await service.stop()) / 1000;
  const readySeconds = (await service.start()) / 1000;
  await service.stop();
  return { mode, ...measured, stopSeconds, readySeconds };
}

async function measureRequests(client: ApiClient, { population, seconds, log }: ModeOptions) {
  const { vacancyIds, datedIds } = population;
  log("  loading");
  const loading = await measureLoading(client, population);
  log(`  ${loading.shortlistSeconds.toFixed(1)} s; reading the shortlists`);
  const { shortlists, people } = await readListedPeople(client, vacancyIds, (id) => datedIds.has(id));
  const wanted = slowlyChanging + changesPerSecond * seconds;
  const [slow, fast] = splitAt(await drawChangeable(client, people, wanted), slowlyChanging);
  log("  candidates");
  const load = { vacancyIds, perSecond: readsPerSecond, seconds };
  const first = await measureFirstAnswers(client, vacancyIds);
  // Reported apart from those after them, since whatever begins after the loading may still go on.
  const beginning = await measureCandidates(client, {
    ...load,
    seconds: Math.min(warmUpSeconds, warmUpFactor * seconds),
    seed: 1,
  });
  const unchanging = await measureCandidates(client, { ...load, seed: 2 });
  log("  candidates while people change");
  const stop = startSlowChanges(client, slow, slowChangesPerSecond);
  const begun = performance.now();
  const answers = await measureCandidates(client, { ...load, seed: 3 });
  const changing = {
    ...answers,
    changesPerSecond: ((await stop()) * 1000) / (performance.now() - begun),
  };
  await untilQuiet(client);
  log("  changes");
  const following = await measureChanges(client, { people: fast, perSecond: changesPerSecond });
  log("  batch run");
  const batch = await measureBatch(client);
  return { loading, shortlists, first, beginning, unchanging, changing, following, batch };
}

function splitAt<Value>(values: readonly Value[], index: number): [Value[], Value[]] {
  return [values.slice(0, index), values.slice(index)];
}
