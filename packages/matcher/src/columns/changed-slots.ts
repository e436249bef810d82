/** Changes that are remembered; older ones are too many to look at one by one. */
const mostRemembered = 2 ** 14;

/** Which slots have changed since when, so that what was worked out before can be brought up to date. */
export class ChangedSlots {
  /** The slots of the latest changes; that of change `n` lies at `n % mostRemembered`. */
  readonly #slots = new Uint32Array(mostRemembered);
  #revision = 0;

  /** How many changes there were in all. */
  get revision(): number {
    return this.#revision;
  }

  /** Notes that what is in a slot has changed. */
  note(slot: number): void {
    this.#slots[this.#revision % mostRemembered] = slot;
    this.#revision += 1;
  }

  /** The slots that have changed after a revision, each once; nothing when that is too long ago to tell. */
  since(revision: number): ReadonlySet<number> | undefined {
    if (this.#revision - revision > mostRemembered) return undefined;
    const slots = new Set<number>();
    for (let change = revision; change < this.#revision; change++) {
      slots.add(this.#slots[change % mostRemembered] ?? 0);
    }
    return slots;
  }
}
