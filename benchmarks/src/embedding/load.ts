import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { median } from "./stopwatch.ts";

/** Fresh processes that load the model; the median counts. */
const processes = 7;
const program = fileURLToPath(new URL("load-once.js", import.meta.url));

/** In milliseconds. */
export interface LoadTime {
  /** Importing the library and its dependencies. */
  readonly imported: number;
  /** `TransformersEmbedder.create()`, with a first text embedded. */
  readonly loaded: number;
  /** Processor time of loading, summed over threads: what remains when nothing else runs on the machine. */
  readonly processor: number;
}

/** How long a new process takes until the shipped model answers. */
export async function measureLoad(): Promise<LoadTime> {
  const times: LoadTime[] = [];
  for (let run = 0; run < processes; run++) {
    const { stdout } = await promisify(execFile)(process.execPath, [program]);
    const [imported = 0, loaded = 0, processor = 0] = stdout.trim().split(" ").map(Number);
    times.push({ imported, loaded, processor });
  }
  return {
    imported: Math.round(median(times.map(({ imported }) => imported))),
    loaded: Math.round(median(times.map(({ loaded }) => loaded))),
    processor: Math.round(median(times.map(({ processor }) => processor))),
  };
}
