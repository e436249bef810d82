// npm run bench:ranking [-- --quick | --sizes 1000,10000 | --million]
// The whole of `topCandidates`, `topVacancies` and `scoreVacancies` on generated municipalities.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { Matcher, TransformersEmbedder } from "@jobbmatch/matcher";
import { snapshotOf } from "./batch/fixture.ts";
import { profileStages, type StageTime } from "./batch/profile-stages.ts";
import { measureCalls, type RankingCell } from "./ranking/measure.ts";
import { plot } from "./ranking/plot.ts";
import { markdown } from "./ranking/report.ts";

const cache = ".cache/ranking";
const results = "benchmarks/results";
/** Vacancies of each population; every call asks about another one. */
const vacancies = 2_000;
/** Lists from which the time of each stage is taken. */
const profiledLists = 300;

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    million: { type: "boolean", default: false },
    sizes: { type: "string", default: "1000,10000,100000" },
  },
});

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

function sizesOf(): number[] {
  if (values.quick) return [500, 4_000];
  const sizes = values.sizes.split(",").map(Number);
  return values.million ? [...sizes, 1_000_000] : sizes;
}

/** Where the time goes, with a matcher that was asked for none of the lists before. */
async function stagesOf(file: string, vacancyIds: readonly string[]): Promise<StageTime[]> {
  const matcher = await Matcher.open(file, { embedder });
  try {
    return await profileStages(matcher, vacancyIds);
  } finally {
    matcher.close();
  }
}

const embedder = await TransformersEmbedder.create();
const cells: RankingCell[] = [];
const stages: { participants: number; times: readonly StageTime[] }[] = [];
for (const participants of sizesOf()) {
  log(`${participants.toLocaleString("en")} participants`);
  const population = {
    participants,
    vacancies: values.quick ? 300 : vacancies,
    where: "oneMunicipality",
  } as const;
  const { file } = await snapshotOf(population, embedder, { cache, log });
  const matcher = await Matcher.open(file, { embedder });
  const vacancyIds = Array.from(
    { length: matcher.vacancyCount },
    (_, index) => `v-${String(index + 1).padStart(5, "0")}`,
  );
  const calls = values.quick ? 100 : 600;
  cells.push(...(await measureCalls(matcher, { participants, vacancyIds, calls, log })));
  matcher.close();
  stages.push({ participants, times: await stagesOf(file, vacancyIds.slice(0, profiledLists)) });
}

const machine = `Node ${process.version}, ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${cpus().length} cores`;
const report = markdown({ machine, date: new Date().toISOString().slice(0, 10), cells, stages });
process.stdout.write(report);
const name = values.quick ? "ranking-quick" : "ranking";
mkdirSync(results, { recursive: true });
writeFileSync(`${results}/${name}.md`, report);
writeFileSync(`${results}/${name}.json`, `${JSON.stringify({ machine, cells, stages }, null, 1)}\n`);
writeFileSync(`${results}/${name}.svg`, plot(cells));
