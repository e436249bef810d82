interface Waiter {
  readonly position: number;
  readonly resolve: (reached: boolean) => void;
}

/** Those who wait until a position is reached, of the change log or of the events. */
export class PositionWaiters {
  readonly #waiters = new Set<Waiter>();

  get isEmpty(): boolean {
    return this.#waiters.size === 0;
  }

  /** @returns whether the position was reached in time; false also when the signal was aborted. */
  wait(position: number, milliseconds: number, signal?: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const waiter = { position, resolve: (reached: boolean) => settle(reached) };
      const timer = setTimeout(() => settle(false), milliseconds);
      const giveUp = () => settle(false);
      const settle = (reached: boolean) => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", giveUp);
        this.#waiters.delete(waiter);
        resolve(reached);
      };
      this.#waiters.add(waiter);
      if (signal?.aborted === true) giveUp();
      else signal?.addEventListener("abort", giveUp);
    });
  }

  reach(position: number): void {
    for (const waiter of this.#waiters) if (waiter.position <= position) waiter.resolve(true);
  }

  /** Nobody will get further. */
  giveUp(): void {
    for (const waiter of this.#waiters) waiter.resolve(false);
  }
}
