import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../observability/logger.ts";

export interface PollingLoopOptions {
  /** Names the loop in the log. */
  readonly name: string;
  /** Milliseconds between two rounds. */
  readonly interval: number;
  readonly logger: Logger;
  /** One round; what it throws is logged, and the loop goes on. */
  readonly round: (signal: AbortSignal) => Promise<void>;
}

/** Milliseconds before the next round after one that failed. */
const delayAfterFailure = 250;
/** Milliseconds that `close` waits for a round which hangs because a server does not answer. */
const closeTimeLimit = 5000;

/** Runs a round again and again until it is closed. It survives servers that go away and come back. */
export class PollingLoop {
  readonly #options: PollingLoopOptions;
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;
  #wake = () => {};

  constructor(options: PollingLoopOptions) {
    this.#options = options;
    this.#running = this.#run();
  }

  /** Begins the next round at once. */
  wake(): void {
    this.#wake();
  }

  /** Ends after the running round. */
  async close(): Promise<void> {
    this.#stopping.abort();
    this.#wake();
    await Promise.race([this.#running, sleep(closeTimeLimit, undefined, { ref: false })]);
  }

  async #run(): Promise<void> {
    const { round, logger, name } = this.#options;
    while (!this.#stopping.signal.aborted) {
      let pause = this.#options.interval;
      try {
        await round(this.#stopping.signal);
      } catch (error) {
        logger.warn("background work failed", { job: name, error });
        pause = delayAfterFailure;
      }
      await this.#pause(pause);
    }
  }

  #pause(milliseconds: number): Promise<void> {
    if (this.#stopping.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
