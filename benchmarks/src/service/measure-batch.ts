import { setTimeout as sleep } from "node:timers/promises";
import type { ApiClient } from "./api-client.ts";

/** A run in which every shortlist was made anew and written to the database. */
export interface BatchTimes {
  /** From the request until a look at the run says that it is finished. */
  readonly seconds: number;
  readonly vacancies: number;
  readonly shortlists: number;
  readonly changedShortlists: number;
  /** Seconds of work by stage. */
  readonly matching: number;
  readonly storing: number;
  readonly waiting: number;
}

interface Run {
  readonly state: "running" | "finished" | "failed";
  readonly report: {
    readonly vacancies: number;
    readonly shortlists: number;
    readonly changes: { readonly shortlists: number };
    readonly milliseconds: { readonly waiting: number; readonly matching: number; readonly storing: number };
  } | null;
}

const interval = 100;

export async function measureBatch(client: ApiClient): Promise<BatchTimes> {
  const begun = performance.now();
  const { id } = await client.json<{ readonly id: string }>("POST", "/v1/batches");
  for (;;) {
    const { state, report } = await client.json<Run>("GET", `/v1/batches/${id}`);
    if (state === "failed") throw new Error("the batch run failed");
    if (state === "finished" && report !== null) {
      const { vacancies, shortlists, changes, milliseconds } = report;
      return {
        seconds: (performance.now() - begun) / 1000,
        vacancies,
        shortlists,
        changedShortlists: changes.shortlists,
        matching: milliseconds.matching / 1000,
        storing: milliseconds.storing / 1000,
        waiting: milliseconds.waiting / 1000,
      };
    }
    await sleep(interval);
  }
}
