import { none, type OptionTable } from "./option-table.ts";

/** Room for what floating point rounds away when hours are added up. */
const roundingError = 1e-9;

/** Which option each person has, and what is left of every resource. Never gives out more than there is. */
export class Usage {
  /** The option of each person, or `none`. */
  readonly chosen: Int32Array;
  readonly #table: OptionTable;
  readonly #left: Float64Array;

  constructor(table: OptionTable) {
    this.#table = table;
    this.chosen = new Int32Array(table.personCount).fill(none);
    this.#left = table.capacity.slice();
  }

  /** What is left of a resource. */
  left(resource: number): number {
    return this.#left[resource] ?? 0;
  }

  /** Whether there is room for an option beside all that is taken. */
  fits(option: number): boolean {
    const { useStart, useResource, useAmount } = this.#table;
    for (let use = useStart[option] ?? 0; use < (useStart[option + 1] ?? 0); use++) {
      if ((useAmount[use] ?? 0) > this.left(useResource[use] ?? 0) + roundingError) return false;
    }
    return true;
  }

  /** Gives an option to its person, who must have none, and for which there must be room. */
  take(option: number): void {
    this.#change(option, -1);
    this.chosen[this.#table.personOf[option] ?? 0] = option;
  }

  /** Takes back what a person has, if anything. */
  release(person: number): void {
    const option = this.chosen[person] ?? none;
    if (option === none) return;
    this.#change(option, 1);
    this.chosen[person] = none;
  }

  /** Takes back what a person has and gives an option for which there is then room, or changes nothing. */
  exchange(person: number, option: number): boolean {
    const before = this.chosen[person] ?? none;
    this.release(person);
    const fits = this.fits(option);
    if (fits) this.take(option);
    else if (before !== none) this.take(before);
    return fits;
  }

  #change(option: number, sign: 1 | -1): void {
    const { useStart, useResource, useAmount } = this.#table;
    for (let use = useStart[option] ?? 0; use < (useStart[option + 1] ?? 0); use++) {
      const resource = useResource[use] ?? 0;
      this.#left[resource] = this.left(resource) + sign * (useAmount[use] ?? 0);
    }
  }
}

/** What a choice is worth in all. */
export function worthOfChoice(table: OptionTable, chosen: Int32Array): number {
  let value = 0;
  for (const option of chosen) if (option !== none) value += table.worth[option] ?? 0;
  return value;
}
