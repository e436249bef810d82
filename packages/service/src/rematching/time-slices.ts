import { setImmediate as nextTurn } from "node:timers/promises";

/** Milliseconds of work after which others have their turn. */
const sliceLength = 5;

/** Lets requests be answered in the midst of long work: the process has one thread for both. */
export class TimeSlices {
  #begun = performance.now();

  /** To be awaited where the work may be interrupted. */
  async pause(): Promise<void> {
    if (performance.now() - this.#begun < sliceLength) return;
    await nextTurn();
    this.#begun = performance.now();
  }
}
