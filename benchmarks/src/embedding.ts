import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { TransformersEmbedder } from "@jobbmatch/matcher";
import { type LoadTime, measureLoad } from "./embedding/load.ts";
import { measureSpeed, type Speed, type Workload } from "./embedding/speed.ts";
import { readTexts } from "./embedding/texts.ts";
import { resultsFolder } from "./quality/paths.ts";

/** The shipped model's speed: loading, short texts and full ads, for several batch sizes. */
async function main(): Promise<void> {
  const load = await measureLoad();
  // A cache of one vector: what is measured is the model.
  const embedder = await TransformersEmbedder.create({ cachedTexts: 1 });
  const { short, ads, source } = await readTexts();
  const workloads: Workload[] = [
    ...[1, 16, 256, 4096].map((atOnce) => ({ name: "short texts", texts: short, count: 4096, atOnce })),
    ...[1, 16, 256].map((atOnce) => ({ name: source, texts: ads, count: 512, atOnce })),
  ];
  const speeds: Speed[] = [];
  for (const workload of workloads) {
    process.stderr.write(`${workload.name}, ${workload.atOnce} at once\n`);
    speeds.push(await measureSpeed(embedder, workload));
  }
  const machine = `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node ${process.version}`;
  const report = markdown(embedder.modelId, machine, load, speeds);
  process.stdout.write(report);
  await mkdir(resultsFolder, { recursive: true });
  const json = JSON.stringify({ model: embedder.modelId, machine, load, speeds }, undefined, 2);
  await writeFile(join(resultsFolder, "embedding.json"), `${json}\n`);
  await writeFile(join(resultsFolder, "embedding.md"), report);
}

function markdown(model: string, machine: string, load: LoadTime, speeds: readonly Speed[]): string {
  const rows = speeds.map(({ name, characters, atOnce, perSecond, perCoreSecond }) =>
    ["", name, characters, atOnce, perSecond, perCoreSecond, ""].join(" | ").trim(),
  );
  return [
    "# Speed of the embedder",
    "",
    `Model ${model}; ${machine}. Medians; texts a second by the clock and by processor time, which is what one core does.`,
    "",
    `Loading the model in a new process: ${load.loaded} ms by the clock, ${load.processor} ms of processor time, after ${load.imported} ms for importing the library.`,
    "",
    "| texts | characters | at once | texts/s | texts/s and core |",
    "|---|---:|---:|---:|---:|",
    ...rows,
    "",
  ].join("\n");
}

await main();
