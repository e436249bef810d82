import { type Profiler, Session } from "node:inspector/promises";
import type { Matcher } from "@jobbmatch/matcher";
import { request } from "./measure-batch.ts";

/** Time that one stage takes of a list, by sampling. */
export interface StageTime {
  readonly stage: string;
  readonly millisecondsPerList: number;
}

/** Stages by where their code lies. */
const stages: readonly (readonly [stage: string, path: RegExp])[] = [
  ["rules", /matcher\/dist\/(rules|columns)\//u],
  ["vector search and bounds", /wasm|matcher\/dist\/vector-index\//u],
  ["retrieval", /matcher\/dist\/retrieval\//u],
  ["features and scores", /matcher\/dist\/ranking\//u],
  ["profiles of finalists", /matcher\/dist\/(store|storage|text)\//u],
  ["explanation", /matcher\/dist\/(explanation\/|lazy-parts)/u],
];

/** Makes the lists of the first vacancies in this thread and tells where the time goes. */
export async function profileStages(matcher: Matcher, vacancies: readonly string[]): Promise<StageTime[]> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.start");
  for (const id of vacancies) matcher.topCandidates(id, request);
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  return timesOf(profile, vacancies.length);
}

function timesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, lists: number): StageTime[] {
  const stageOfNode = new Map(nodes.map(({ id, callFrame }) => [id, stageOf(callFrame)]));
  const microseconds = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const stage = stageOfNode.get(id) ?? "other";
    microseconds.set(stage, (microseconds.get(stage) ?? 0) + (timeDeltas[index] ?? 0));
  }
  return [...microseconds]
    .map(([stage, time]) => ({ stage, millisecondsPerList: time / 1000 / lists }))
    .sort((a, b) => b.millisecondsPerList - a.millisecondsPerList);
}

function stageOf({ functionName, url }: Profiler.ProfileNode["callFrame"]): string {
  if (functionName === "(garbage collector)") return "garbage collection";
  return stages.find(([, path]) => path.test(url))?.[0] ?? "other";
}
