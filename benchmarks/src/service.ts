// npm run bench:service [-- --quick | --participants 100000 --vacancies 2000 --seconds 30] [--mode postgres,redis,embedded]
// The built service in processes of its own, asked over HTTP: loading, answers, changes, the batch run, the start, jobs.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Cleanup } from "./service/cleanup.ts";
import { type JobThroughput, measureJobs } from "./service/measure-jobs.ts";
import { measureMode } from "./service/measure-mode.ts";
import { type Mode, modes } from "./service/mode.ts";
import { generatePopulation } from "./service/population.ts";
import { type ModeMeasurements, markdown } from "./service/report.ts";
import { createDatabase, openServers, type Servers } from "./service/servers.ts";

const results = "benchmarks/results";
const jobConcurrency = 8;

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    participants: { type: "string" },
    vacancies: { type: "string" },
    seconds: { type: "string" },
    jobs: { type: "string" },
    mode: { type: "string", default: "postgres" },
    /** Writes what the service's processors did to `.cache/service`. */
    profile: { type: "boolean", default: false },
  },
});

const participants = Number(values.participants ?? (values.quick ? 2_000 : 100_000));
const vacancies = Number(values.vacancies ?? (values.quick ? 100 : 2_000));
const seconds = Number(values.seconds ?? (values.quick ? 4 : 30));
const jobs = Number(values.jobs ?? (values.quick ? 1_000 : 20_000));

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

function modesOf(list: string): Mode[] {
  const unknown = list.split(",").find((name) => !modes.some((mode) => mode === name));
  if (unknown !== undefined) throw new Error(`there is no mode ${unknown}; there are ${modes.join(", ")}`);
  return modes.filter((mode) => list.split(",").includes(mode));
}

function canRun(mode: Mode, { postgresUrl, redisUrl }: Servers): boolean {
  if (mode === "embedded") return true;
  return postgresUrl !== undefined && (mode === "postgres" || redisUrl !== undefined);
}

/** One after the other in one run, so that a busy machine is busy for all. */
async function measureAllJobs(servers: Servers, folder: string, cleanup: Cleanup): Promise<JobThroughput[]> {
  const measured: JobThroughput[] = [];
  for (const mode of modes.filter((each) => canRun(each, servers)).reverse()) {
    log(`jobs: ${mode}`);
    const { postgresUrl, redisUrl } = servers;
    const databaseUrl =
      mode === "embedded" || postgresUrl === undefined
        ? undefined
        : await createDatabase(postgresUrl, cleanup);
    const load = { mode, jobs, concurrency: jobConcurrency, databaseUrl, redisUrl };
    measured.push(await measureJobs({ ...load, folder: join(folder, `jobs-${mode}`) }));
  }
  return measured;
}

async function main(cleanup: Cleanup): Promise<void> {
  const wanted = modesOf(values.mode);
  const folder = mkdtempSync(join(tmpdir(), "jobbmatch-benchmark-"));
  // A database server that root starts runs as another user, who must get to its files.
  chmodSync(folder, 0o755);
  cleanup.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  const servers = await openServers(folder, cleanup);
  for (const line of servers.missing) log(line);
  log("generating");
  const population = generatePopulation(participants, vacancies);
  const measured: ModeMeasurements[] = [];
  for (const mode of wanted.filter((each) => canRun(each, servers))) {
    log(`${mode}: ${participants.toLocaleString("en")} participants`);
    const profiles = values.profile ? join(".cache/service", mode) : undefined;
    measured.push(await measureMode(mode, { servers, population, folder, profiles, seconds, cleanup, log }));
  }
  const measurements = {
    machine: `Node ${process.version}, ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${cpus().length} cores`,
    date: new Date().toISOString().slice(0, 10),
    participants,
    vacancies,
    isFullSize: participants >= 100_000 && vacancies >= 2_000,
    missing: servers.missing,
    modes: measured,
    jobs: await measureAllJobs(servers, folder, cleanup),
  };
  const report = markdown(measurements);
  process.stdout.write(report);
  const name = values.quick ? "service-quick" : "service";
  mkdirSync(results, { recursive: true });
  writeFileSync(`${results}/${name}.md`, report);
  writeFileSync(`${results}/${name}.json`, `${JSON.stringify(measurements, null, 1)}\n`);
}

const cleanup = new Cleanup();
try {
  await main(cleanup);
} finally {
  await cleanup.run();
}
