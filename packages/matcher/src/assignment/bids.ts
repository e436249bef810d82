import { none, type OptionTable } from "./option-table.ts";
import { Usage } from "./usage.ts";

/** What it takes to enter an option: whose bids must be bought out, and what they are together. */
export interface Entry {
  readonly price: number;
  readonly displaced: readonly number[];
}

const freeEntry: Entry = { price: 0, displaced: [] };

/**
 * Who holds what in an auction, and at which bid. Entering a full place costs the lowest bids that must make room;
 * where an employer's supervisors are the limit, the lowest bid at any of the employer's places.
 */
export class Bids {
  readonly usage: Usage;
  readonly #table: OptionTable;
  readonly #bid: Float64Array;
  readonly #holders: Set<number>[];
  /** Price of entry by place, for places that take one unit of everything; NaN where it must be found anew. */
  readonly #cached: Float64Array;
  readonly #placesUsing: readonly Set<number>[];
  readonly #leastAmounts: Float64Array;

  constructor(table: OptionTable) {
    this.#table = table;
    this.usage = new Usage(table);
    this.#bid = new Float64Array(table.personCount);
    this.#holders = Array.from(table.capacity, () => new Set<number>());
    this.#cached = new Float64Array(table.placeCount).fill(Number.NaN);
    this.#placesUsing = placesByResource(table);
    this.#leastAmounts = leastAmounts(table);
  }

  /** What it costs now to enter an option of one place. */
  priceOf(option: number): number {
    const { useStart, useResource } = this.#table;
    const place = useResource[useStart[option] ?? 0] ?? 0;
    if (!this.#takesUnits(option)) return this.#entry(option).price;
    const known = this.#cached[place] ?? Number.NaN;
    if (!Number.isNaN(known)) return known;
    const { price } = this.#entry(option);
    this.#cached[place] = price;
    return price;
  }

  /** Gives the option to its person at a bid. @returns the people who lose what they had. */
  enter(option: number, bid: number): readonly number[] {
    const { displaced } = this.#entry(option);
    for (const person of displaced) this.#leave(person);
    const person = this.#table.personOf[option] ?? 0;
    this.usage.take(option);
    this.#bid[person] = bid;
    this.#forEachUse(option, (resource) => {
      this.#holders[resource]?.add(person);
      this.#forget(resource);
    });
    return displaced;
  }

  /**
   * A price for each resource under which the bids are explained: the lowest bid that holds a scarce resource. The
   * widest resources come first, and what they explain is taken off the bids of the narrower ones.
   */
  prices(): Float64Array {
    const prices = new Float64Array(this.#table.capacity.length);
    const rest = this.#bid.slice();
    for (let resource = prices.length - 1; resource >= 0; resource--) {
      const holders = [...(this.#holders[resource] ?? [])];
      const isScarce = this.usage.left(resource) < (this.#leastAmounts[resource] ?? 0);
      if (holders.length === 0 || !isScarce) continue;
      const shares = holders.map((person) => (rest[person] ?? 0) / this.#amountHeld(person, resource));
      const price = Math.max(0, Math.min(...shares));
      prices[resource] = price;
      for (const person of holders) {
        rest[person] = (rest[person] ?? 0) - price * this.#amountHeld(person, resource);
      }
    }
    return prices;
  }

  #entry(option: number): Entry {
    if (this.usage.fits(option)) return freeEntry;
    const displaced: number[] = [];
    let price = 0;
    this.#forEachUse(option, (resource, amount) => {
      let missing = amount - this.usage.left(resource);
      for (const person of displaced) missing -= this.#amountHeld(person, resource);
      while (missing > 1e-9) {
        const weakest = this.#weakest(resource, displaced);
        if (weakest === none) {
          price = Number.POSITIVE_INFINITY;
          return;
        }
        displaced.push(weakest);
        price += this.#bid[weakest] ?? 0;
        missing -= this.#amountHeld(weakest, resource);
      }
    });
    return { price, displaced };
  }

  /** Who pays least for each unit of a resource; of equals the first in order. */
  #weakest(resource: number, except: readonly number[]): number {
    let weakest = none;
    let least = Number.POSITIVE_INFINITY;
    for (const person of this.#holders[resource] ?? []) {
      if (except.includes(person)) continue;
      const share = (this.#bid[person] ?? 0) / this.#amountHeld(person, resource);
      if (share < least || (share === least && person < weakest)) {
        least = share;
        weakest = person;
      }
    }
    return weakest;
  }

  #leave(person: number): void {
    const option = this.usage.chosen[person] ?? none;
    this.#forEachUse(option, (resource) => {
      this.#holders[resource]?.delete(person);
      this.#forget(resource);
    });
    this.usage.release(person);
    this.#bid[person] = 0;
  }

  #amountHeld(person: number, resource: number): number {
    let held = 0;
    this.#forEachUse(this.usage.chosen[person] ?? none, (used, amount) => {
      if (used === resource) held = amount;
    });
    return held;
  }

  #takesUnits(option: number): boolean {
    const { useStart, useAmount } = this.#table;
    for (let use = useStart[option] ?? 0; use < (useStart[option + 1] ?? 0); use++) {
      if (useAmount[use] !== 1) return false;
    }
    return true;
  }

  #forget(resource: number): void {
    for (const place of this.#placesUsing[resource] ?? []) this.#cached[place] = Number.NaN;
  }

  #forEachUse(option: number, visit: (resource: number, amount: number) => void): void {
    if (option === none) return;
    const { useStart, useResource, useAmount } = this.#table;
    for (let use = useStart[option] ?? 0; use < (useStart[option + 1] ?? 0); use++) {
      visit(useResource[use] ?? 0, useAmount[use] ?? 0);
    }
  }
}

/** The places that use each resource. */
function placesByResource({ useStart, useResource, capacity, personOf }: OptionTable): Set<number>[] {
  const places = Array.from(capacity, () => new Set<number>());
  for (let option = 0; option < personOf.length; option++) {
    const place = useResource[useStart[option] ?? 0] ?? 0;
    for (let use = useStart[option] ?? 0; use < (useStart[option + 1] ?? 0); use++) {
      places[useResource[use] ?? 0]?.add(place);
    }
  }
  return places;
}

/** The least that any option takes of each resource: when less is left, nothing is left in effect. */
function leastAmounts({ useResource, useAmount, capacity }: OptionTable): Float64Array {
  const least = new Float64Array(capacity.length).fill(Number.POSITIVE_INFINITY);
  for (let use = 0; use < useResource.length; use++) {
    const resource = useResource[use] ?? 0;
    least[resource] = Math.min(least[resource] ?? 0, useAmount[use] ?? 0);
  }
  return least;
}
