// npm run bench:assignment [-- --quick | --sizes 500x200,2000x400]
// The night's assignment as municipalities grow: time, optimality gap, and what it gains over greedy top-1.
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Measurement, measure, type Size } from "./assignment/measure.ts";
import { plot } from "./assignment/plot.ts";
import { markdown } from "./assignment/report.ts";
import { resultsFolder } from "./quality/paths.ts";

const fullSizes: readonly Size[] = [
  { people: 500, places: 60 },
  { people: 500, places: 200 },
  { people: 2_000, places: 400 },
  { people: 5_000, places: 1_000 },
  { people: 10_000, places: 2_000 },
];
const quickSizes = fullSizes.slice(0, 2);

const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, sizes: { type: "string" } },
});
const sizes = values.sizes?.split(",").map(sizeOf) ?? (values.quick ? quickSizes : fullSizes);
const machine = `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node ${process.version}`;
const name = values.quick ? "assignment-quick" : "assignment";
const measurements: Measurement[] = [];
for (const size of sizes) {
  process.stderr.write(`${size.people} people, ${size.places} places\n`);
  measurements.push(...(await measure(size)));
  // After every size, so that a long run leaves what it has even when it is stopped.
  measurements.sort((a, b) => a.people - b.people || a.places - b.places);
  await write(measurements);
}
process.stdout.write(markdown(measurements, machine));

async function write(done: readonly Measurement[]): Promise<void> {
  await mkdir(resultsFolder, { recursive: true });
  const json = JSON.stringify({ machine, measurements: done }, undefined, 1);
  await writeFile(join(resultsFolder, `${name}.json`), `${json}\n`);
  await writeFile(join(resultsFolder, `${name}.md`), markdown(done, machine));
  await writeFile(join(resultsFolder, `${name}.svg`), plot(done));
}

function sizeOf(text: string): Size {
  const [people = Number.NaN, places = Number.NaN] = text.split("x").map(Number);
  if (!Number.isInteger(people) || !Number.isInteger(places))
    throw new Error("--sizes takes sizes such as 500x200,2000x400");
  return { people, places };
}
