// npm run bench:retrieval [-- --quick | --sizes 10000,100000 [--patient] | --calibrate]
// Filtered nearest-neighbour search: Jobbmatch and its peers on the same vectors, queries and filters. With --patient, peers
// take part also where building takes them longer than a quarter of an hour.
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

/** Loaded one by one, so that a peer that is not installed is only absent from the table. */
const entries: readonly EngineEntry[] = [
  entry("Jobbmatch, exact only", async () => jobbmatch("exact")),
  entry("Jobbmatch, planned", async () => jobbmatch("planned")),
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
  { quick, patient }: { quick: boolean; patient: boolean },
): Promise<void> {
  const measurements: Measurements = { cells: [], builds: [], absences: [], notes: new Map() };
  const options = { cellBudget: quick ? 250 : 2_000, warmUp: 20, patient, log };
  for (const size of sizes) {
    log(`${size.toLocaleString("en")} vectors`);
    const queries = quick ? 60 : size >= 1_000_000 ? 50 : 200;
    await measure(loadFixture(size, queries, cache), entries, measurements, options);
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
    patient: { type: "boolean", default: false },
  },
});
if (values.calibrate) {
  process.stdout.write(`${JSON.stringify(calibrate(loadFixture(30_000, 60, cache)), null, 2)}\n`);
} else {
  const asked = values.sizes?.split(",").map(Number);
  await compare(asked ?? (values.quick ? quickSizes : fullSizes), values);
}
