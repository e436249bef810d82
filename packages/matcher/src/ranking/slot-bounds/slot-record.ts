import { experiencePlaces, placesPerSlot } from "../feature-column.ts";

/** Codes of wishes that a record holds. */
export const wishCodes = 4;

/** Positions in a record are whole numbers of this share of the globe's radius: 0.19 km. */
export const homeUnit: number = 1 / 32_767;

/** Bits of a record's flags. */
export const flags = { knowsHome: 1, knowsSkills: 2, hasMoreWork: 4, hasMoreWishes: 8 } as const;

/**
 * What bounds on one participant's scores are computed from, in 64 bytes: one line of the processor's cache, so that
 * looking at somebody costs one trip to memory.
 *
 * | bytes | |
 * |---|---|
 * | 0–31 | the rows of the texts + 1, 0 where there is none: 3 of earlier work, 3 of other background, 2 of wishes (uint32) |
 * | 32–43 | the weightiest earlier work as `ExperienceColumn` packs it, 0 where nothing is known (uint32) |
 * | 44–51 | code numbers of wishes + 1, 0 where there is none (uint16) |
 * | 52–57 | the home on the unit sphere, x, y and z in units of `homeUnit` (int16) |
 * | 58–59 | kilometres to travel at most, rounded up; 0 where no limit is known (uint16) |
 * | 60 | flags |
 */
export class SlotRecord {
  readonly places = new Uint32Array(placesPerSlot);
  readonly work = new Uint32Array(experiencePlaces);
  readonly wishes = new Uint16Array(wishCodes);
  readonly home = new Int16Array(3);
  reachKm = 0;
  flags = 0;

  /** Makes it the record of nobody. */
  clear(): void {
    this.places.fill(0);
    this.work.fill(0);
    this.wishes.fill(0);
    this.home.fill(0);
    this.reachKm = 0;
    this.flags = 0;
  }
}
