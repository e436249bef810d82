import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { ColumnImage } from "../../columns/column-image.ts";
import { grownTo } from "../../columns/grown-to.ts";
import { arcKm, earthRadiusKm, type UnitVector, unitVector } from "../../rules/great-circle.ts";
import { positionOf } from "../../rules/position.ts";
import { clamp } from "../clamp.ts";
import type { CompiledFeature, FeatureColumn, ListedTexts } from "../feature-column.ts";

/** Distance at which the value has fallen to 1/e when the person has named no limit, in km. */
const usualReach = 25;
export const unknownDistance = 0.5;

/** What a distance is worth: along the person's own limit if there is one, fading otherwise. */
export function distanceValue(km: number, maxKm: number | undefined): number {
  return maxKm === undefined || maxKm === 0 ? Math.exp(-km / usualReach) : clamp(1 - km / (2 * maxKm));
}

/** The value without a limit for each whole kilometre, and for all beyond: at least that of any longer distance. */
const fadingValues = Float64Array.from({ length: 512 }, (_, km) => distanceValue(km, undefined));

const format = "homes 1";
/** Numbers for each slot: the unit vector of the home, NaN if it is unknown, and the limit in km, NaN if there is none. */
const stride = 4;

/** Where everybody lives and how far they travel. Hardly two people share a home, so values are not kept by fact. */
export class DistanceColumn implements FeatureColumn {
  #homes = new Float64Array(0);

  set(slot: number, { home, commute }: Participant): void {
    this.#homes = grownTo(this.#homes, (slot + 1) * stride);
    const position = positionOf(home);
    const vector = position === undefined ? [Number.NaN, 0, 0] : unitVector(position.coordinates);
    this.#homes.set([...vector, commute?.maxKm ?? Number.NaN], slot * stride);
  }

  remove(slot: number): void {
    this.#homes.fill(0, slot * stride, (slot + 1) * stride);
  }

  image(): ColumnImage {
    return { format, json: null, arrays: { homes: this.#homes } };
  }

  restore({ format: written, arrays: { homes } }: ColumnImage): boolean {
    if (written !== format || !(homes instanceof Float64Array)) return false;
    this.#homes = homes.slice();
    return true;
  }

  compile({ location }: Vacancy): CompiledFeature | undefined {
    if (location === undefined) return undefined;
    const position = positionOf(location);
    if (position === undefined) return unknownToAll;
    const place = unitVector(position.coordinates);
    return {
      valueAt: (slot) => this.#valueAt(slot, place),
      addUpperBounds: (bounds, share, { slots }) => this.#addUpperBounds(bounds, share, slots, place),
    };
  }

  #valueAt(slot: number, place: UnitVector): number {
    const [x = 0, y = 0, z = 0, maxKm = 0] = this.#homes.subarray(slot * stride, (slot + 1) * stride);
    if (Number.isNaN(x)) return unknownDistance;
    return distanceValue(arcKm([x, y, z], place), Number.isNaN(maxKm) ? undefined : maxKm);
  }

  /** From the chord, which is never longer than the arc and needs no trigonometry. */
  #addUpperBounds(bounds: Float32Array, share: number, slots: Uint32Array, [x, y, z]: UnitVector): void {
    const homes = this.#homes;
    for (let index = 0; index < slots.length; index++) {
      const first = (slots[index] ?? 0) * stride;
      const dx = (homes[first] ?? 0) - x;
      const dy = (homes[first + 1] ?? 0) - y;
      const dz = (homes[first + 2] ?? 0) - z;
      const km = earthRadiusKm * Math.sqrt(dx * dx + dy * dy + dz * dz);
      bounds[index] = (bounds[index] ?? 0) + share * mostFor(km, homes[first + 3] ?? 0);
    }
  }
}

/** The most that a distance of at least `km` is worth; both can be NaN. */
function mostFor(km: number, maxKm: number): number {
  if (!(km >= 0)) return unknownDistance;
  if (maxKm > 0) {
    const left = 1 - km / (2 * maxKm);
    return Math.max(left, 0);
  }
  return fadingValues[km < 511 ? Math.floor(km) : 511] ?? 0;
}

const unknownToAll: CompiledFeature = {
  valueAt: () => unknownDistance,
  addUpperBounds: (bounds: Float32Array, share: number, { slots }: ListedTexts) => {
    for (let index = 0; index < slots.length; index++) {
      bounds[index] = (bounds[index] ?? 0) + share * unknownDistance;
    }
  },
};
