import type { ColumnImage, ImagedColumn } from "./column-image.ts";
import { grownTo } from "./grown-to.ts";

const format = "short lists 1";
const none: readonly number[] = [];

/**
 * Lists of numbers from 1 to 2³² − 1 by slot. Most lists are short: the first few numbers lie in one array, which a loop
 * reads from end to end; what does not fit is kept apart.
 */
export class ShortLists implements ImagedColumn {
  /** How many numbers of a list lie in `values`. */
  readonly stride: number;
  #values = new Uint32Array(0);
  readonly #others = new Map<number, readonly number[]>();

  constructor(stride: number) {
    this.stride = stride;
  }

  /** The first numbers of slot `n` lie from `n × stride`, 0 where a list is shorter. A view, valid until the next change. */
  get values(): Uint32Array {
    return this.#values;
  }

  /** The numbers of a slot that do not lie in `values`. */
  othersOf(slot: number): readonly number[] {
    return this.#others.get(slot) ?? none;
  }

  /** All numbers of a slot. */
  of(slot: number): number[] {
    const first = this.#values.subarray(slot * this.stride, (slot + 1) * this.stride);
    return [...first.filter((value) => value !== 0), ...this.othersOf(slot)];
  }

  /** Calls with every number of every slot. */
  forEach(call: (slot: number, value: number) => void): void {
    for (let place = 0; place < this.#values.length; place++) {
      const value = this.#values[place] ?? 0;
      if (value !== 0) call(Math.floor(place / this.stride), value);
    }
    for (const [slot, list] of this.#others) for (const value of list) call(slot, value);
  }

  set(slot: number, list: readonly number[]): void {
    this.remove(slot);
    this.#values = grownTo(this.#values, (slot + 1) * this.stride);
    this.#values.set(list.slice(0, this.stride), slot * this.stride);
    if (list.length > this.stride) this.#others.set(slot, list.slice(this.stride));
  }

  remove(slot: number): void {
    this.#others.delete(slot);
    this.#values.fill(0, slot * this.stride, (slot + 1) * this.stride);
  }

  image(): ColumnImage {
    return { format: `${format} ${this.stride}`, json: [...this.#others], arrays: { values: this.#values } };
  }

  restore({ format: written, json, arrays: { values } }: ColumnImage): boolean {
    if (written !== `${format} ${this.stride}`) return false;
    if (!isListOfLists(json) || !(values instanceof Uint32Array)) return false;
    this.#values = values.slice();
    this.#others.clear();
    for (const [slot, list] of json) this.#others.set(slot, list);
    return true;
  }
}

function isListOfLists(json: unknown): json is readonly (readonly [number, readonly number[]])[] {
  return (
    Array.isArray(json) &&
    json.every((each) => Array.isArray(each) && each.length === 2 && Array.isArray(each[1]))
  );
}
