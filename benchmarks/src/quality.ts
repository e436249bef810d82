import { mkdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { TransformersEmbedder } from "@jobbmatch/matcher";
import { adTasks } from "./quality/ad-tasks.ts";
import { type Measured, measure } from "./quality/measure.ts";
import { parseOptions, type QualityOptions, usage } from "./quality/options.ts";
import { resultsFolder } from "./quality/paths.ts";
import { placeTasks } from "./quality/place-tasks.ts";
import { bm25Ranker } from "./quality/rankers/bm25.ts";
import { characterGramRanker } from "./quality/rankers/character-grams.ts";
import { embeddingRanker } from "./quality/rankers/embedding.ts";
import { readTask } from "./quality/read-task.ts";
import { markdownReport } from "./quality/report.ts";
import { splitTasks } from "./quality/split-tasks.ts";
import type { Ranker, Task } from "./quality/task.ts";

const adsLeftOut =
  "Left out: ads → SSYK-4, since the real ads do not lie beside the project (../shared/data/ads).";

async function main(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  const tasks = options.files === undefined ? await builtInTasks() : [await readTask(options.files)];
  const notes =
    options.files !== undefined || tasks.some(({ name }) => name.startsWith("ads")) ? [] : [adsLeftOut];
  const measured: Measured[] = [];
  const allRankers = await rankers(options);
  for (const task of tasks) {
    for (const ranker of allRankers) {
      process.stderr.write(`${task.name}: ${ranker.name}\n`);
      const result = await measure(task, ranker);
      if (result !== undefined) measured.push(result);
    }
  }
  const json = `${JSON.stringify({ results: measured, notes }, undefined, 2)}\n`;
  const markdown = markdownReport(measured, notes);
  process.stdout.write(options.json ? json : markdown);
  if (options.files !== undefined) return;
  await mkdir(resultsFolder, { recursive: true });
  await writeFile(join(resultsFolder, "quality.json"), json);
  await writeFile(join(resultsFolder, "quality.md"), `# Quality\n\n${markdown}`);
}

async function builtInTasks(): Promise<Task[]> {
  return [...(await splitTasks()), ...(await adTasks()), ...(await placeTasks())];
}

/** The shipped model first, then the models of the call, then the baselines. */
async function rankers({ models }: QualityOptions): Promise<Ranker[]> {
  const embedders = [{ name: "shipped model", embedder: await TransformersEmbedder.create() }];
  for (const model of models) {
    embedders.push({
      name: basename(resolve(model)),
      embedder: await TransformersEmbedder.create({ model }),
    });
  }
  return [
    ...embedders.flatMap(({ name, embedder }) => [
      embeddingRanker(`${name} (${embedder.modelId})`, embedder, "parts"),
      embeddingRanker(name, embedder, "headline"),
      embeddingRanker(name, embedder, "whole text"),
    ]),
    bm25Ranker("whole text"),
    bm25Ranker("headline"),
    characterGramRanker("whole text"),
    characterGramRanker("headline"),
  ];
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}
