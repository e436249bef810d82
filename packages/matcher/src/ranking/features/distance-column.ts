import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { ColumnImage } from "../../columns/column-image.ts";
import { grownTo } from "../../columns/grown-to.ts";
import { arcKm, type UnitVector, unitVector } from "../../rules/great-circle.ts";
import { positionOf } from "../../rules/position.ts";
import { clamp } from "../clamp.ts";
import type { CompiledFeature, FeatureColumn } from "../feature-column.ts";
import { flags, homeUnit, type SlotRecord } from "../slot-bounds/slot-record.ts";
import { DistanceVacancyColumn, type ValuedHome } from "../vacancy-columns/distance-vacancy-column.ts";

/** Distance at which the value has fallen to 1/e when the person has named no limit, in km. */
const usualReach = 25;
export const unknownDistance = 0.5;

/** What a distance is worth: along the person's own limit if there is one, fading otherwise. */
export function distanceValue(km: number, maxKm: number | undefined): number {
  return maxKm === undefined || maxKm === 0 ? Math.exp(-km / usualReach) : clamp(1 - km / (2 * maxKm));
}

/** More than half of the globe's circumference. */
const mostReach = 65_535;

/** The value without a limit for each whole kilometre, and for all beyond: at least that of any longer distance. */
export const fadingValues: Float64Array = Float64Array.from({ length: 512 }, (_, km) =>
  distanceValue(km, undefined),
);

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

  pack(slot: number, record: SlotRecord): void {
    const [x = 0, y = 0, z = 0, maxKm = 0] = this.#homes.subarray(slot * stride, (slot + 1) * stride);
    if (!Number.isNaN(x)) record.flags |= flags.knowsHome;
    for (const [axis, part] of [x, y, z].entries()) record.home[axis] = Math.round(part / homeUnit) || 0;
    record.reachKm = Math.min(Math.ceil(maxKm) || 0, mostReach);
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
      isKnownAt: (slot) => !Number.isNaN(this.#homes[slot * stride]),
      bound: { kind: "distance", place },
    };
  }

  createVacancyColumn(): DistanceVacancyColumn {
    return new DistanceVacancyColumn({
      homeOf: (slot) => this.#homeOf(slot),
      worth: distanceValue,
      unknown: unknownDistance,
    });
  }

  #homeOf(slot: number): ValuedHome | undefined {
    const [x = 0, y = 0, z = 0, maxKm = 0] = this.#homes.subarray(slot * stride, (slot + 1) * stride);
    if (Number.isNaN(x)) return undefined;
    return { home: [x, y, z], maxKm: Number.isNaN(maxKm) ? undefined : maxKm };
  }

  #valueAt(slot: number, place: UnitVector): number {
    const homes = this.#homes;
    const first = slot * stride;
    const x = homes[first] ?? 0;
    if (Number.isNaN(x)) return unknownDistance;
    const maxKm = homes[first + 3] ?? 0;
    const km = arcKm([x, homes[first + 1] ?? 0, homes[first + 2] ?? 0], place);
    return distanceValue(km, Number.isNaN(maxKm) ? undefined : maxKm);
  }
}

const unknownToAll: CompiledFeature = {
  valueAt: () => unknownDistance,
  isKnownAt: () => false,
  mostBelow: () => unknownDistance,
  bound: { kind: "constant", value: unknownDistance },
};
