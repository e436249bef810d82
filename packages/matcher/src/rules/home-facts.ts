import type { ColumnImage } from "../columns/column-image.ts";
import { copiedArrays } from "../columns/copied-arrays.ts";
import { grownTo } from "../columns/grown-to.ts";
import { columnKernel } from "../columns/kernel/platform-kernel.ts";
import type { Answer } from "./answer-cache.ts";
import { Bitset } from "./bitset.ts";
import { type FactStore, noParticipant } from "./fact-store.ts";
import { estimateError, type Home, outcomeOf, type Reach, reachOf, type Workplace } from "./reach.ts";
import type { Outcome } from "./rule.ts";

const format = "homes";

/** What a fact says by slot (NaN: nothing), and its `Reach`; the limit is below 0 where something is unknown. */
const kinds = {
  latitude: Float64Array,
  longitude: Float64Array,
  maxKm: Float64Array,
  x: Float32Array,
  y: Float32Array,
  z: Float32Array,
  limit: Float32Array,
} as const;

type Numbers = { [Name in keyof typeof kinds]: InstanceType<(typeof kinds)[Name]> };

function numbersFor(slots: number, numbers: Numbers): Numbers {
  const { latitude, longitude, maxKm, x, y, z, limit } = numbers;
  if (slots <= x.length) return numbers;
  return {
    latitude: grownTo(latitude, slots),
    longitude: grownTo(longitude, slots),
    maxKm: grownTo(maxKm, slots),
    x: grownTo(x, slots),
    y: grownTo(y, slots),
    z: grownTo(z, slots),
    limit: grownTo(limit, slots, -1),
  };
}

/** Homes and how far is accepted, nearly unique to each person: numbers side by side, compared all at once. */
export class HomeFacts implements FactStore<Home, Workplace> {
  #numbers: Numbers = {
    latitude: new Float64Array(0),
    longitude: new Float64Array(0),
    maxKm: new Float64Array(0),
    x: new Float32Array(0),
    y: new Float32Array(0),
    z: new Float32Array(0),
    limit: new Float32Array(0),
  };
  /** A multiple of 32. */
  #slots = 0;
  #present = new Bitset();
  #estimated = new Bitset();
  /** People whose home or limit is unknown. */
  #incomplete = new Bitset();

  get slots(): number {
    return this.#slots;
  }

  prepare(fact: Home): (slot: number) => void {
    const reach = reachOf(fact);
    return (slot) => {
      this.remove(slot);
      this.#numbers = numbersFor(slot + 1, this.#numbers);
      this.#slots = Math.max(this.#slots, Math.ceil((slot + 1) / 32) * 32);
      this.#present.add(slot);
      this.#setFact(slot, fact);
      if (reach === undefined) this.#incomplete.add(slot);
      else this.#setReach(slot, reach);
    };
  }

  remove(slot: number): void {
    if (!this.#present.has(slot)) return;
    for (const set of [this.#present, this.#estimated, this.#incomplete]) set.delete(slot);
    this.#numbers.limit[slot] = -1;
  }

  holds(slot: number): boolean {
    return this.#present.has(slot);
  }

  factOf(slot: number): Home {
    if (!this.#present.has(slot)) throw noParticipant(slot);
    const { latitude, longitude, maxKm } = this.#numbers;
    const coordinates = { latitude: latitude[slot] ?? 0, longitude: longitude[slot] ?? 0 };
    const estimated = this.#estimated.has(slot);
    return {
      position: Number.isNaN(coordinates.latitude) ? undefined : { coordinates, estimated },
      maxKm: Number.isNaN(maxKm[slot]) ? undefined : maxKm[slot],
    };
  }

  judge(place: Workplace, slot: number): Outcome {
    if (!this.#present.has(slot)) throw noParticipant(slot);
    return outcomeOf(place, this.#incomplete.has(slot) ? undefined : this.#reachAt(slot));
  }

  select(place: Workplace): Answer {
    const used = (array: Float32Array) => array.subarray(0, this.#slots);
    const { x, y, z, limit } = this.#numbers;
    const points = { x: used(x), y: used(y), z: used(z), limit: used(limit) };
    const { inner, outer } = columnKernel.selectNear(points, place.vector, estimateError);
    const pass = Bitset.of(inner);
    const unknown = Bitset.of(outer).andNot(pass);
    if (!place.estimated) unknown.and(this.#estimated);
    return { pass, unknown: unknown.or(this.#incomplete) };
  }

  image(): ColumnImage {
    const sets = [this.#present, this.#estimated, this.#incomplete].map(({ words }) => words);
    const [present = new Uint32Array(), estimated = present, incomplete = present] = sets;
    const numbers = Object.entries(this.#numbers).map(([name, array]) => [
      name,
      array.subarray(0, this.#slots),
    ]);
    return { format, json: null, arrays: { ...Object.fromEntries(numbers), present, estimated, incomplete } };
  }

  restore(image: ColumnImage): boolean {
    const numbers = copiedArrays(image.arrays, kinds);
    const sets = copiedArrays(image.arrays, {
      present: Uint32Array,
      estimated: Uint32Array,
      incomplete: Uint32Array,
    });
    if (image.format !== format || numbers === undefined || sets === undefined) return false;
    this.#numbers = numbers;
    this.#slots = numbers.x.length;
    this.#present = Bitset.of(sets.present);
    this.#estimated = Bitset.of(sets.estimated);
    this.#incomplete = Bitset.of(sets.incomplete);
    return true;
  }

  #setFact(slot: number, { position, maxKm }: Home): void {
    this.#numbers.latitude[slot] = position?.coordinates.latitude ?? Number.NaN;
    this.#numbers.longitude[slot] = position?.coordinates.longitude ?? Number.NaN;
    this.#numbers.maxKm[slot] = maxKm ?? Number.NaN;
    if (position?.estimated === true) this.#estimated.add(slot);
  }

  #setReach(slot: number, { x, y, z, limit }: Reach): void {
    this.#numbers.x[slot] = x;
    this.#numbers.y[slot] = y;
    this.#numbers.z[slot] = z;
    this.#numbers.limit[slot] = limit;
  }

  #reachAt(slot: number): Reach {
    const { x, y, z, limit } = this.#numbers;
    return {
      x: x[slot] ?? 0,
      y: y[slot] ?? 0,
      z: z[slot] ?? 0,
      limit: limit[slot] ?? 0,
      estimated: this.#estimated.has(slot),
    };
  }
}
