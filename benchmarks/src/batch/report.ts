import type { BatchRun } from "./measure-batch.ts";
import type { MemoryUse } from "./measure-memory.ts";
import type { StageTime } from "./profile-stages.ts";

/** How long a population takes to be opened and saved. */
export interface OpenAndSave {
  readonly participants: number;
  readonly vacancies: number;
  readonly megabytes: number;
  readonly openSeconds: number;
  readonly saveSeconds: number;
  /** To check, mask, embed and store everything; absent where the snapshot was in the cache. */
  readonly loadSeconds?: number | undefined;
}

export interface BatchMeasurements {
  readonly machine: string;
  readonly runs: readonly BatchRun[];
  readonly files: readonly OpenAndSave[];
  readonly memory: readonly MemoryUse[];
  readonly stages: readonly StageTime[];
}

/** The measurements as Markdown. */
export function markdown({ machine, runs, files, memory, stages }: BatchMeasurements): string {
  return [
    machine,
    "",
    "### All vacancies matched anew",
    "",
    "| participants | vacancies | threads | seconds | until the first list | lists a second | ns a pair | processor seconds | peak memory |",
    "|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ...runs.map((run) =>
      row([
        whole(run.participants),
        whole(run.vacancies),
        run.threads,
        run.seconds.toFixed(2),
        run.firstListSeconds.toFixed(2),
        whole(run.vacancies / run.seconds),
        run.nanosecondsPerPair.toFixed(2),
        run.processorSeconds.toFixed(1),
        `${(run.peakBytes / 2 ** 30).toFixed(2)} GiB`,
      ]),
    ),
    "",
    "Seconds hold everything: the snapshot that is written for the threads, their start, and all lists. Who is on a list is found, its words are",
    "made when somebody reads them, which nobody does here.",
    "Some lists of each run were compared with the same lists made alone.",
    "",
    "### Opening and saving",
    "",
    "| participants | vacancies | file | open | save | check, mask, embed and store |",
    "|---:|---:|---:|---:|---:|---:|",
    ...files.map((file) =>
      row([
        whole(file.participants),
        whole(file.vacancies),
        `${whole(file.megabytes)} MB`,
        `${file.openSeconds.toFixed(2)} s`,
        `${file.saveSeconds.toFixed(2)} s`,
        file.loadSeconds === undefined ? "–" : `${file.loadSeconds.toFixed(0)} s`,
      ]),
    ),
    "",
    ...memoryTable(memory),
    "### Where the time of a list goes (one thread, sampled)",
    "",
    "| stage | ms a list |",
    "|---|---:|",
    ...stages.map(({ stage, millisecondsPerList }) => row([stage, millisecondsPerList.toFixed(3)])),
    "",
  ].join("\n");
}

function memoryTable(memory: readonly MemoryUse[]): string[] {
  if (memory.length === 0) return [];
  return [
    "### Memory",
    "",
    "| matcher | participants | bytes a participant |",
    "|---|---:|---:|",
    ...memory.map(({ what, participants, bytes }) => row([what, whole(participants), whole(bytes)])),
    "",
    "Everything that the process holds after garbage collection, less what it held with an empty matcher.",
    "",
  ];
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}
