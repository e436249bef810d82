/** Which record is in which slot. The slot of a record that is gone is used for the next one. */
export class SlotTable {
  readonly #slotOf = new Map<string, number>();
  readonly #idOf: (string | undefined)[] = [];
  readonly #free: number[] = [];

  get size(): number {
    return this.#slotOf.size;
  }

  /** The first slot after all that are or were in use. */
  get end(): number {
    return this.#idOf.length;
  }

  slotOf(id: string): number | undefined {
    return this.#slotOf.get(id);
  }

  idOf(slot: number): string | undefined {
    return this.#idOf[slot];
  }

  /** Ids with their slots, in the order in which they came. */
  entries(): IterableIterator<[id: string, slot: number]> {
    return this.#slotOf.entries();
  }

  /** The slot that the record has or will get by `enter`. */
  nextSlotFor(id: string): number {
    return this.#slotOf.get(id) ?? this.#free.at(-1) ?? this.#idOf.length;
  }

  /** Puts a record into the slot that `nextSlotFor` names. */
  enter(id: string): number {
    const slot = this.nextSlotFor(id);
    if (slot === this.#free.at(-1)) this.#free.pop();
    this.#slotOf.set(id, slot);
    this.#idOf[slot] = id;
    return slot;
  }

  remove(id: string): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#slotOf.delete(id);
    this.#idOf[slot] = undefined;
    this.#free.push(slot);
  }

  /** Takes on ids with the slots that they had; to be called on a new table. */
  restore(ids: readonly string[], slots: Uint32Array): void {
    for (let index = 0; index < ids.length; index++) {
      const [id, slot] = [ids[index], slots[index]];
      if (id === undefined || slot === undefined) continue;
      while (this.#idOf.length <= slot) this.#idOf.push(undefined);
      this.#slotOf.set(id, slot);
      this.#idOf[slot] = id;
    }
    for (let slot = this.#idOf.length - 1; slot >= 0; slot--) {
      if (this.#idOf[slot] === undefined) this.#free.push(slot);
    }
  }
}
