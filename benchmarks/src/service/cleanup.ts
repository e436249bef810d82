type Undo = () => void | Promise<void>;

/** What was started or made, and is to be undone in the opposite order, also after Ctrl-C or a failure. */
export class Cleanup {
  readonly #undos = new Set<Undo>();

  constructor() {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => this.run().finally(() => process.exit(130)));
    }
  }

  /** @returns does it now, so that it is not done again at the end. */
  add(undo: Undo): () => Promise<void> {
    this.#undos.add(undo);
    return async () => {
      if (this.#undos.delete(undo)) await undo();
    };
  }

  async run(): Promise<void> {
    for (const undo of [...this.#undos].reverse()) {
      this.#undos.delete(undo);
      try {
        await undo();
      } catch (error) {
        process.stderr.write(
          `not cleaned up: ${error instanceof Error ? error.message : "unknown failure"}\n`,
        );
      }
    }
  }
}
