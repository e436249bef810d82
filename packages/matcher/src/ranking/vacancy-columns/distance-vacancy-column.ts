import type { Vacancy } from "@jobbmatch/shared";
import { grownTo } from "../../columns/grown-to.ts";
import { arcKm, type UnitVector, unitVector } from "../../rules/great-circle.ts";
import { positionOf } from "../../rules/position.ts";
import type { ComparedVacancies, VacancyColumn, ValuedParticipant } from "./vacancy-column.ts";

/** Where somebody lives, and how many kilometres they travel at most. */
export interface ValuedHome {
  readonly home: UnitVector;
  readonly maxKm: number | undefined;
}

/** The participants' side. */
export interface DistanceSide {
  /** `undefined` where it is unknown. */
  readonly homeOf: (slot: number) => ValuedHome | undefined;
  readonly worth: (km: number, maxKm: number | undefined) => number;
  /** What counts where the home or the place is unknown. */
  readonly unknown: number;
}

/** Numbers for each slot: the unit vector of the place. NaN first for a location that can't be placed, infinity for none. */
const stride = 3;
const unplaced = [Number.NaN, 0, 0];
const nowhere = [Number.POSITIVE_INFINITY, 0, 0];

/** Where all vacancies are. */
export class DistanceVacancyColumn implements VacancyColumn {
  readonly #side: DistanceSide;
  #places = new Float64Array(0);

  constructor(side: DistanceSide) {
    this.#side = side;
  }

  set(slot: number, { location }: Vacancy): void {
    this.#places = grownTo(this.#places, (slot + 1) * stride);
    const position = positionOf(location);
    const place = position === undefined ? unplaced : unitVector(position.coordinates);
    this.#places.set(location === undefined ? nowhere : place, slot * stride);
  }

  remove(slot: number): void {
    if (slot * stride < this.#places.length) this.#places.set(nowhere, slot * stride);
  }

  value({ slot }: ValuedParticipant, { slots }: ComparedVacancies, values: Float64Array): void {
    const home = this.#side.homeOf(slot);
    for (let index = 0; index < slots.length; index++) {
      values[index] = this.#valueAt(slots[index] ?? 0, home);
    }
  }

  #valueAt(slot: number, home: ValuedHome | undefined): number {
    const first = slot * stride;
    const x = this.#places[first] ?? 0;
    if (x === Number.POSITIVE_INFINITY) return Number.NaN;
    if (home === undefined || Number.isNaN(x)) return this.#side.unknown;
    const km = arcKm(home.home, [x, this.#places[first + 1] ?? 0, this.#places[first + 2] ?? 0]);
    return this.#side.worth(km, home.maxKm);
  }
}
