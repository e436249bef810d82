import { setTimeout as sleep } from "node:timers/promises";
import type { MatchRequest } from "@jobbmatch/matcher";
import { JobbmatchError } from "@jobbmatch/shared";
import type { Logger } from "../observability/logger.ts";
import { PollingLoop } from "../workers/polling-loop.ts";
import type { IndexReplica } from "./index-replica.ts";

/** A list that will probably be asked for. */
export interface ExpectedList {
  readonly vacancy: string;
  /** Just as it will be asked, so that the index knows it again. */
  readonly request: MatchRequest;
}

/** Tells which lists to expect on a day (ISO date), the likeliest first. */
export type ExpectLists = (date: string) => Promise<readonly ExpectedList[]>;

export interface ListWarmerOptions {
  readonly replica: Pick<IndexReplica, "matcher" | "isReady">;
  /** Each has a share of the lists that are found. */
  readonly expectations: readonly ExpectLists[];
  /** Whether something else is going on that must not wait. */
  readonly isBusy: () => boolean;
  /** The current day, ISO date. */
  readonly today: () => string;
  readonly logger: Logger;
}

/** Lists that are found in advance; the matcher remembers some 8,000. */
export const mostLists = 4000;
/** Milliseconds between looks whether a new day has begun, and whether what must not wait is done. */
const lookInterval = 1000;
const busyInterval = 20;

/**
 * Finds lists in advance: after the start, and when a day begins, since lists depend on the day. So the first who asks
 * waits no longer than the second. Takes every other moment at most, list by list, so that requests go on, and none while
 * the process is busy.
 */
export class ListWarmer {
  readonly #options: ListWarmerOptions;
  readonly #loop: PollingLoop;
  #warmedFor: string | undefined;

  constructor(options: ListWarmerOptions) {
    this.#options = options;
    this.#loop = new PollingLoop({
      name: "warm lists",
      interval: lookInterval,
      logger: options.logger,
      round: (signal) => this.#round(signal),
    });
  }

  async close(): Promise<void> {
    await this.#loop.close();
  }

  async #round(signal: AbortSignal): Promise<void> {
    const { replica, today, expectations, isBusy } = this.#options;
    const day = today();
    if (!replica.isReady || this.#warmedFor === day) return;
    const expected = await Promise.all(expectations.map((expect) => expect(day)));
    for (const list of shared(expected)) {
      while (isBusy() && !signal.aborted) await sleep(busyInterval, undefined, { ref: false });
      if (signal.aborted) return;
      const begun = performance.now();
      this.#find(list);
      await sleep(performance.now() - begun, undefined, { ref: false });
    }
    this.#warmedFor = day;
  }

  #find({ vacancy, request }: ExpectedList): void {
    try {
      this.#options.replica.matcher.topCandidates(vacancy, request);
    } catch (error) {
      // The index may not hold it any more.
      if (!(error instanceof JobbmatchError && error.code === "unknownVacancy")) throw error;
    }
  }
}

/** As many of each as there is room for. */
function shared(expected: readonly (readonly ExpectedList[])[]): readonly ExpectedList[] {
  const share = Math.floor(mostLists / Math.max(1, expected.length));
  return expected.flatMap((lists) => lists.slice(0, share));
}
