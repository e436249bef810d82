import type { Database } from "../storage/database.ts";
import { appendLookUps, type LookUp } from "../storage/queries/append-look-ups.ts";

/** The most look-ups that are written at once. */
const writtenAtOnce = 200;

interface Waiting {
  readonly lookUp: LookUp;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Writes look-ups to the audit log. Those that come while others are being written are written together: hundreds of
 * answers a second then wait for the disk a few times, and not each for itself.
 */
export class LookUpLog {
  readonly #database: Database;
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Resolves when the look-up stands in the audit log. */
  record(lookUp: LookUp): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ lookUp, resolve, reject });
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, writtenAtOnce));
    this.#isWriting = false;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    try {
      await appendLookUps(
        this.#database,
        batch.map(({ lookUp }) => lookUp),
      );
      for (const { resolve } of batch) resolve();
    } catch (error) {
      const [first, ...others] = batch;
      // One that cannot be written shall not take others with it.
      if (others.length > 0) for (const each of batch) await this.#write([each]);
      else first?.reject(error);
    }
  }
}
