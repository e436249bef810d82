/** Puts off giving room free for new use as long as somebody reads what lies there. */
export class DeferredReleases {
  #readers = 0;
  #waiting: (() => void)[] = [];

  /** From now on room stays as it is. */
  beginReading(): void {
    this.#readers += 1;
  }

  /** Once for each `beginReading`; the last one gives free what has waited. */
  endReading(): void {
    this.#readers -= 1;
    if (this.#readers > 0) return;
    for (const release of this.#waiting) release();
    this.#waiting = [];
  }

  /** Releases now, or when nobody reads any more. */
  release(release: () => void): void {
    if (this.#readers === 0) release();
    else this.#waiting.push(release);
  }
}
