/** Changes that are remembered; older ones are too many to look at one by one. */
const mostRemembered = 2 ** 14;

/** Slots that have changed since some revision, each with the number of its first change after it. */
export type SlotChanges = ReadonlyMap<number, number>;

/** Which slots have changed since when, so that what was worked out before can be brought up to date. */
export class ChangedSlots {
  /** The slots of the latest changes; that of change `n` lies at `n % mostRemembered`. */
  readonly #slots = new Uint32Array(mostRemembered);
  #revision = 0;

  /** How many changes there were in all: the number of the next one. */
  get revision(): number {
    return this.#revision;
  }

  /** Notes that what is in a slot has changed. */
  note(slot: number): void {
    this.#slots[this.#revision % mostRemembered] = slot;
    this.#revision += 1;
  }

  /** The slots that have changed after a revision; nothing when that is too long ago to tell. */
  since(revision: number): SlotChanges | undefined {
    if (this.#revision - revision > mostRemembered) return undefined;
    const slots = new Map<number, number>();
    for (let change = revision; change < this.#revision; change++) {
      const slot = this.#slots[change % mostRemembered] ?? 0;
      if (!slots.has(slot)) slots.set(slot, change);
    }
    return slots;
  }
}
