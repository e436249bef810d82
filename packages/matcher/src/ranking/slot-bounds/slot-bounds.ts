import { earthRadiusKm } from "../../rules/great-circle.ts";
import { kthGreatest } from "../../vector-index/top-owners.ts";
import { fadingValues } from "../features/distance-column.ts";
import { practices } from "../features/packed-work.ts";
import type { SharedBound } from "./feature-bound.ts";
import {
  askedCode,
  type BoundKernel,
  firstRecord,
  listAddress,
  mostOffered,
  outAddress,
  queryPlaces,
  recordBytes,
  recordPlaces,
  similaritiesTogether,
  slotsPerCall,
} from "./kernel/bound-kernel.ts";
import { createBoundKernel } from "./kernel/create-bound-kernel.ts";
import { type MemoryViews, viewsOf } from "./kernel/memory-views.ts";
import { homeUnit, type SlotRecord } from "./slot-record.ts";

/** Room for what float32 rounds away, so that a bound never lies below the score. */
const roundingError = 4e-6;
/** What is rounded away of a place and of a home, in units: half of one along each axis of either, and some room. */
const unitsRoundedAway = 2;
/** What being related at all is worth, beside practice and freshness. */
const baseWorth = 0.4;

/** Lines of similarities from which their distribution is told: the memory is read by lines. */
const sampledLines = 256;

/** A record for each slot, and upper bounds on the scores of any of them: some 50 ns for each. */
export class SlotBounds {
  readonly #kernel: BoundKernel;
  #views: MemoryViews;
  #end = 0;
  #similarities = 0;

  constructor(kernel: BoundKernel = createBoundKernel()) {
    this.#kernel = kernel;
    kernel.reserve(firstRecord);
    this.#views = viewsOf(kernel.buffer);
    this.#views.float32.set(
      practices.map((practice) => baseWorth + practice),
      queryPlaces.practice / 4,
    );
    this.#views.float32.set(fadingValues, queryPlaces.fading / 4);
  }

  put(slot: number, record: SlotRecord): void {
    this.#reserve(firstRecord + (slot + 1) * recordBytes);
    this.#end = Math.max(this.#end, slot + 1);
    const { uint8, int16, uint16, uint32 } = this.#views;
    const address = firstRecord + slot * recordBytes;
    uint32.set(record.places, (address + recordPlaces.texts) / 4);
    uint32.set(record.work, (address + recordPlaces.work) / 4);
    uint16.set(record.wishes, (address + recordPlaces.wishes) / 2);
    int16.set(record.home, (address + recordPlaces.home) / 2);
    uint16[(address + recordPlaces.reachKm) / 2] = record.reachKm;
    uint8[address + recordPlaces.flags] = record.flags;
  }

  /**
   * Room for upper bounds of the similarities of so many texts by row + 1, for the caller to write into. What stands there
   * holds until a record is put.
   */
  similarities(rows: number): Float32Array {
    const count = Math.ceil((rows + 1) / similaritiesTogether) * similaritiesTogether;
    // Behind them there is room for as many places.
    this.#reserve(this.#table + 2 * count * 4);
    const similarities = new Float32Array(this.#kernel.buffer, this.#table, count);
    similarities[0] = Number.NEGATIVE_INFINITY;
    similarities.fill(Number.NEGATIVE_INFINITY, rows + 1);
    this.#similarities = count;
    return similarities.subarray(0, rows + 1);
  }

  /** The places (row + 1) whose similarities are greater than a bound, in rising order. */
  placesAbove(bound: number): Uint32Array {
    const out = this.#table + this.#similarities * 4;
    const count = this.#kernel.placesAbove(this.#table, this.#similarities, bound, out);
    return this.#views.uint32.slice(out / 4, out / 4 + count);
  }

  /** A bound that about this share of all similarities exceeds. */
  boundAbove(share: number): number {
    const lines = this.#similarities / similaritiesTogether;
    const step = Math.max(1, Math.floor(lines / sampledLines));
    const sample = new Float32Array(Math.floor(lines / step) * similaritiesTogether);
    for (let line = 0; line * similaritiesTogether < sample.length; line++) {
      const first = this.#table / 4 + line * step * similaritiesTogether;
      const together = this.#views.float32.subarray(first, first + similaritiesTogether);
      sample.set(together, line * similaritiesTogether);
    }
    return kthGreatest(Math.ceil(share * sample.length), sample);
  }

  /** Upper bounds on the scores of the slots, by the similarities that were written. */
  bound(bounds: readonly SharedBound[], slots: Uint32Array): Float32Array {
    this.#writeQuery(bounds);
    const out = new Float32Array(slots.length);
    for (let from = 0; from < slots.length; from += slotsPerCall) {
      const some = slots.subarray(from, from + slotsPerCall);
      this.#views.uint32.set(some, listAddress / 4);
      this.#kernel.boundSlots(some.length, this.#table);
      out.set(this.#views.float32.subarray(outAddress / 4, outAddress / 4 + some.length), from);
    }
    return out;
  }

  /** Similarities lie behind the records. */
  get #table(): number {
    return firstRecord + this.#end * recordBytes;
  }

  #writeQuery(bounds: readonly SharedBound[]): void {
    const { float32, uint32 } = this.#views;
    float32.fill(0, 0, queryPlaces.asked / 4);
    let constant = roundingError;
    for (const { bound, share } of bounds) {
      switch (bound.kind) {
        case "similarity":
          float32[queryPlaces.similarityShare / 4] = share;
          break;
        case "experience":
          float32[queryPlaces.experienceShare / 4] = share;
          uint32.set(askedCode(bound.asked), queryPlaces.asked / 4);
          float32.set(bound.freshness, queryPlaces.freshness / 4);
          break;
        case "wish":
          if (bound.offered.length > mostOffered) constant += share;
          else this.#writeOffered(share, bound.offered);
          break;
        case "distance":
          float32[queryPlaces.distanceShare / 4] = share;
          float32.set(
            bound.place.map((part) => part / homeUnit),
            queryPlaces.place / 4,
          );
          break;
        case "skills":
          float32[queryPlaces.skillsShare / 4] = share;
          break;
        case "constant":
          constant += share * bound.value;
          break;
        case "values":
          constant += share;
          break;
        default:
          bound satisfies never;
      }
    }
    float32[queryPlaces.constant / 4] = constant;
    float32[queryPlaces.kmPerUnit / 4] = earthRadiusKm * homeUnit;
    float32[queryPlaces.kmError / 4] = earthRadiusKm * homeUnit * unitsRoundedAway;
  }

  #writeOffered(share: number, offered: readonly number[]): void {
    const { float32, uint32 } = this.#views;
    float32[queryPlaces.wishShare / 4] = share;
    uint32[queryPlaces.offeredCount / 4] = offered.length;
    uint32.set(offered.flatMap(askedCode), queryPlaces.offered / 4);
  }

  #reserve(bytes: number): void {
    this.#kernel.reserve(bytes);
    if (this.#views.buffer !== this.#kernel.buffer) this.#views = viewsOf(this.#kernel.buffer);
  }
}
