// npm run bench:batch [-- --quick | --national | --participants 10000,100000 --vacancies 200,2000 | --threads 2]
// All vacancies matched anew against all participants; opening, saving and memory of the same populations.
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { type Embedder, Matcher, TransformersEmbedder } from "@jobbmatch/matcher";
import { generateVacancies } from "@jobbmatch/test-data";
import { type Fixture, type Population, snapshotOf } from "./batch/fixture.ts";
import { type BatchRun, measureBatch } from "./batch/measure-batch.ts";
import { type MemoryUse, measureMemory } from "./batch/measure-memory.ts";
import { plot } from "./batch/plot.ts";
import { profileStages } from "./batch/profile-stages.ts";
import { type BatchMeasurements, markdown, type OpenAndSave } from "./batch/report.ts";

const cache = ".cache/batch";
const results = "benchmarks/results";
/** Lists from which the time of each stage is taken. */
const profiledLists = 200;

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

interface Plan {
  readonly name: string;
  readonly populations: readonly Population[];
  /** How many vacancies each population is matched with; the greatest first. */
  readonly vacancies: readonly number[];
  /** Participants of the measurement of memory; 0 for none. */
  readonly memoryParticipants: number;
}

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    national: { type: "boolean", default: false },
    participants: { type: "string", default: "10000,100000" },
    vacancies: { type: "string", default: "200,2000" },
    threads: { type: "string", default: String(availableParallelism()) },
  },
});

function planOf(): Plan {
  if (values.national) {
    const national: Population = { participants: 400_000, vacancies: 100_000, where: "country" };
    return { name: "batch-national", populations: [national], vacancies: [100_000], memoryParticipants: 0 };
  }
  const sizes = values.quick ? [1_000, 4_000] : values.participants.split(",").map(Number);
  const vacancies = values.quick ? [200] : values.vacancies.split(",").map(Number);
  const sorted = vacancies.sort((a, b) => b - a);
  const populations = sizes.map(
    (participants): Population => ({ participants, vacancies: sorted[0] ?? 0, where: "oneMunicipality" }),
  );
  const name = values.quick ? "batch-quick" : "batch";
  return { name, populations, vacancies: sorted, memoryParticipants: values.quick ? 4_000 : 50_000 };
}

interface Measured {
  readonly runs: BatchRun[];
  readonly files: OpenAndSave[];
  readonly memory: MemoryUse[];
  stages: BatchMeasurements["stages"];
}

async function measurePopulation(population: Population, plan: Plan, embedder: Embedder, measured: Measured) {
  log(`${population.participants.toLocaleString("en")} participants`);
  const fixture = await snapshotOf(population, embedder, { cache, log });
  // Saved by this version: one that reads other facts of a profile opens the cached one slowly.
  const file = `${fixture.file}.again`;
  const saveSeconds = await saveAgain(fixture, file, embedder);
  const openStart = performance.now();
  const matcher = await Matcher.open(file, { embedder });
  measured.files.push({
    participants: matcher.participantCount,
    vacancies: matcher.vacancyCount,
    megabytes: statSync(file).size / 1e6,
    openSeconds: secondsSince(openStart),
    saveSeconds,
    loadSeconds: fixture.made?.seconds,
  });
  measured.stages = await profileStages(matcher, vacancyIds(Math.min(profiledLists, population.vacancies)));
  matcher.close();
  await measureRuns(file, embedder, plan, measured);
  if (plan.memoryParticipants > 0) {
    measured.memory.push(measureMemory("opened from a snapshot, as generated", ["snapshot", file]));
  }
  rmSync(file);
}

/** @returns the seconds that saving takes. */
async function saveAgain(fixture: Fixture, file: string, embedder: Embedder): Promise<number> {
  const matcher = await Matcher.open(fixture.file, { embedder });
  const start = performance.now();
  await matcher.save(file);
  matcher.close();
  return secondsSince(start);
}

async function measureRuns(file: string, embedder: Embedder, plan: Plan, measured: Measured): Promise<void> {
  for (const count of plan.vacancies) {
    for (const threads of new Set([Number(values.threads), ...(values.national ? [] : [1])])) {
      log(`  ${count.toLocaleString("en")} vacancies, ${threads} threads`);
      // Opened for each run: a matcher that has made a list remembers who was on it.
      const matcher = await Matcher.open(file, { embedder });
      matcher.removeVacancies(vacancyIds(matcher.vacancyCount).slice(count));
      const run = await measureBatch(matcher, threads, log);
      matcher.close();
      log(`    ${run.seconds.toFixed(1)} s, ${run.processorSeconds.toFixed(1)} processor seconds`);
      measured.runs.push(run);
      write(plan.name, measured);
    }
  }
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

/** Writes what was measured so far, so that a long run which is stopped leaves something. @returns the report. */
function write(name: string, measured: Measured): string {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `Node ${process.version}, ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${cpus().length} cores; ${day}`;
  const report = markdown({ machine, ...measured });
  mkdirSync(results, { recursive: true });
  writeFileSync(`${results}/${name}.json`, `${JSON.stringify({ machine, ...measured }, undefined, 1)}\n`);
  writeFileSync(`${results}/${name}.md`, report);
  writeFileSync(`${results}/${name}.svg`, plot(measured.runs));
  return report;
}

function vacancyIds(count: number): string[] {
  return [...generateVacancies({ seed: 1, count })].map(({ id }) => id);
}

const plan = planOf();
const embedder = await TransformersEmbedder.create();
const measured: Measured = { runs: [], files: [], memory: [], stages: [] };
for (const population of plan.populations) await measurePopulation(population, plan, embedder, measured);
if (plan.memoryParticipants > 0) {
  log("memory");
  const args = ["three-facets", String(plan.memoryParticipants)] as const;
  measured.memory.push(measureMemory("filled by upserts, three facets each", args));
}
process.stdout.write(write(plan.name, measured));
