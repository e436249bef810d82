import { setTimeout as sleep } from "node:timers/promises";
import { JobbmatchError } from "@jobbmatch/shared";
import { isUsable } from "../access/api-key.ts";
import type { Logger } from "../observability/logger.ts";
import type { Database } from "../storage/database.ts";
import { listKeys } from "../storage/queries/list-keys.ts";
import { readOpenVacancies } from "../storage/queries/read-open-vacancies.ts";
import { isVacancyVisible, type VisibleUnits } from "../storage/visible.ts";
import { PollingLoop } from "../workers/polling-loop.ts";
import { matchSettings, requestFor } from "./match-query.ts";
import type { ReadableReplica } from "./services.ts";

export interface ListWarmerOptions {
  readonly database: Database;
  readonly replica: Pick<ReadableReplica, "matcher" | "isReady">;
  readonly today: () => string;
  readonly logger: Logger;
}

/** Lists that are found in advance; the matcher remembers some 8,000. */
const mostLists = 4000;
/** Milliseconds between looks whether a new day has begun. */
const lookInterval = 1000;

/** A list that somebody is likely to ask for. */
interface ExpectedList {
  readonly vacancy: string;
  readonly units: VisibleUnits;
}

/**
 * Finds the lists of open vacancies in advance, as the holders of keys ask for them by default: after the start, and when
 * a day begins, since lists depend on the day. So the first who asks waits no longer than the second. Takes every
 * other moment at most, list by list, so that requests go on.
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
    const { replica, today } = this.#options;
    const day = today();
    if (!replica.isReady || this.#warmedFor === day) return;
    for (const list of await this.#expectedLists()) {
      const begun = performance.now();
      this.#find(list, day);
      await sleep(performance.now() - begun, undefined, { ref: false });
      if (signal.aborted) return;
    }
    this.#warmedFor = day;
  }

  /** The lists of each set of units that some key sees, the newest vacancies first. */
  async #expectedLists(): Promise<readonly ExpectedList[]> {
    const { database } = this.#options;
    const keys = (await listKeys(database)).filter((key) => isUsable(key));
    const unitSets = [...new Map(keys.map(({ units }) => [JSON.stringify(units), units])).values()];
    const vacancies = await readOpenVacancies(database, mostLists);
    const lists = vacancies.flatMap(({ id, units: open }) =>
      unitSets.filter((units) => isVacancyVisible(open, units)).map((units) => ({ vacancy: id, units })),
    );
    return lists.slice(0, mostLists);
  }

  #find({ vacancy, units }: ExpectedList, day: string): void {
    try {
      this.#options.replica.matcher.topCandidates(
        vacancy,
        requestFor({ units }, matchSettings.parse({}), day),
      );
    } catch (error) {
      // The index may not hold it any more.
      if (!(error instanceof JobbmatchError && error.code === "unknownVacancy")) throw error;
    }
  }
}
