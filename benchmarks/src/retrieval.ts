// npm run bench:retrieval [-- --quick | --sizes 10000,100000 [--patient hnswlib-node,usearch] | --calibrate]
// Filtered nearest-neighbour search: Jobbmatch and its peers on the same vectors, queries and filters. Where building takes
// a quarter of an hour or more, only those take part that --patient names; the report says who did not.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { calibrate } from "./retrieval/calibrate.ts";
import type { Engine, EngineEntry } from "./retrieval/engine.ts";
import { jobbmatch } from "./retrieval/engines/jobbmatch.ts";
import { loadFixture } from "./retrieval/fixture.ts";
import { type Measurements, measure } from "./retrieval/measure.ts";
import { plot } from "./retrieval/plot.ts";
import { markdown } from "./retrieval/report.ts";

const cache = ".cache/retrieval";
const results = "benchmarks/results";
const fullSizes = [10_000, 100_000, 1_000_000];
const quickSizes = [5_000];

/** Takes part only where --patient names it: at sizes at which a graph is built within minutes, it is not built. */
const withGraph = "Jobbmatch with a graph";

/** Loaded one by one, so that a peer that is not installed is only absent from the table. */
const entries: readonly EngineEntry[] = [
  entry("Jobbmatch, exact only", async () => jobbmatch("exact")),
  entry("Jobbmatch, planned", async () => jobbmatch("planned")),
  entry(withGraph, async () => jobbmatch("plannedWithGraph")),
  entry("hnswlib-node", async () => (await import("./retrieval/engines/hnswlib.ts")).hnswlibWithCallback()),
  entry("usearch", async () => (await import("./retrieval/engines/usearch.ts")).usearch()),
  entry("sqlite-vec", async () => (await import("./retrieval/engines/sqlite-vec.ts")).sqliteVec()),
  entry("PGlite with pgvector", async () => (await import("./retrieval/engines/pgvector.ts")).pgvector()),
  entry("Orama", async () => (await import("./retrieval/engines/orama.ts")).orama()),
];

function entry(name: string, load: () => Promise<Engine>): EngineEntry {
  return { name, load };
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function compare(
  sizes: readonly number[],
  { quick, patient }: { quick: boolean; patient: readonly string[] },
): Promise<void> {
  const measurements: Measurements = { cells: [], builds: [], absences: [], notes: new Map() };
  const options = { cellBudget: quick ? 250 : 2_000, warmUp: 20, patient, log };
  const asked = entries.filter(({ name }) => name !== withGraph || patient.includes(name));
  for (const size of sizes) {
    log(`${size.toLocaleString("en")} vectors`);
    const queries = quick ? 60 : size >= 1_000_000 ? 50 : 200;
    await measure(loadFixture(size, queries, cache), asked, measurements, options);
  }
  write(measurements, quick);
}

function write(measurements: Measurements, quick: boolean): void {
  const machine = `Node ${process.version}, ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${cpus().length} cores`;
  const report = `${machine}; ${new Date().toISOString().slice(0, 10)}\n\n${markdown(measurements)}`;
  process.stdout.write(report);
  const name = quick ? "retrieval-quick" : "retrieval";
  mkdirSync(results, { recursive: true });
  const { notes, ...rest } = measurements;
  const json = { machine, ...rest, notes: Object.fromEntries(notes) };
  writeFileSync(`${results}/${name}.json`, `${JSON.stringify(json, null, 1)}\n`);
  writeFileSync(`${results}/${name}.md`, report);
  for (const size of new Set(measurements.cells.map((cell) => cell.size))) {
    const cells = measurements.cells.filter((cell) => cell.size === size);
    writeFileSync(`${results}/${name}-${size}.svg`, plot(cells, size));
  }
}

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    calibrate: { type: "boolean", default: false },
    sizes: { type: "string" },
    patient: { type: "string", default: "" },
  },
});
const patient = values.patient.split(",").filter((name) => name !== "");
const unknown = patient.filter((name) => !entries.some((each) => each.name === name));
if (unknown.length > 0) throw new Error(`--patient takes ${entries.map(({ name }) => name).join(", ")}`);
if (values.calibrate) {
  process.stdout.write(`${JSON.stringify(calibrate(loadFixture(30_000, 60, cache)), null, 2)}\n`);
} else {
  const asked = values.sizes?.split(",").map(Number);
  await compare(asked ?? (values.quick ? quickSizes : fullSizes), { quick: values.quick, patient });
}
