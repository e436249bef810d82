import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { ApiClient } from "./api-client.ts";
import type { Population } from "./population.ts";
import { untilQuiet } from "./until-quiet.ts";

/** How long it takes until everybody is stored, and every shortlist is there. */
export interface Loading {
  readonly participants: BulkLoad;
  readonly vacancies: BulkLoad;
  /** From the first byte sent until every shortlist follows everything. */
  readonly shortlistSeconds: number;
}

export interface BulkLoad {
  readonly stored: number;
  readonly rejected: number;
  readonly seconds: number;
}

export async function measureLoading(client: ApiClient, population: Population): Promise<Loading> {
  const begun = performance.now();
  const participants = await bulkLoad(client, "participants", population.participants);
  const vacancies = await bulkLoad(client, "vacancies", population.vacancies);
  const quiet = await untilQuiet(client);
  return { participants, vacancies, shortlistSeconds: (quiet - begun) / 1000 };
}

/** Sends all lines in one request, as fast as they are taken, and reads the results meanwhile. */
async function bulkLoad(
  client: ApiClient,
  what: "participants" | "vacancies",
  chunks: readonly Buffer[],
): Promise<BulkLoad> {
  const begun = performance.now();
  const body = Readable.from(chunks, { objectMode: false });
  const response = await client.stream("POST", `/v1/${what}:bulk`, body, "application/x-ndjson");
  const counts = { stored: 0, rejected: 0 };
  for await (const line of createInterface({ input: response })) {
    if (line.includes('"outcome":"stored"')) counts.stored += 1;
    else counts.rejected += 1;
  }
  return { ...counts, seconds: (performance.now() - begun) / 1000 };
}
