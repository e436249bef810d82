/** Something with a score, identified by its id. */
export interface Scored {
  readonly id: string;
  /** Higher is better. */
  readonly score: number;
}

/** Negative when `a` goes before `b`: higher score first, then the id in code unit order, so that ties never depend on insertion. */
export function compareScored(a: Scored, b: Scored): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Keeps the best `limit` of all that is offered, in order. */
export class TopList<Item extends Scored> {
  readonly #limit: number;
  readonly #items: Item[] = [];

  /** @param limit how many to keep, 0 or more. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(item: Item): void {
    const last = this.#items.at(-1);
    const isFull = this.#items.length >= this.#limit;
    if (isFull && (last === undefined || compareScored(item, last) >= 0)) return;
    this.#items.splice(this.#placeOf(item), 0, item);
    if (this.#items.length > this.#limit) this.#items.pop();
  }

  /** The score below which nothing can enter any more; minus infinity while there is room. */
  get threshold(): number {
    return this.#items.length < this.#limit ? Number.NEGATIVE_INFINITY : (this.#items.at(-1)?.score ?? 0);
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  #placeOf(item: Item): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#items[middle];
      if (other !== undefined && compareScored(other, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
