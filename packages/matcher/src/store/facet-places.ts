import type { ColumnImage } from "../columns/column-image.ts";
import { grownTo } from "../columns/grown-to.ts";
import { SlotPostings } from "../columns/slot-postings.ts";
import { backgroundPlaces, experiencePlaces, placesPerSlot } from "../ranking/feature-column.ts";
import type { SlotRecord } from "../ranking/slot-bounds/slot-record.ts";
import type { Facet, FacetKind } from "../text/facets.ts";
import type { Row } from "../vector-index/vector-store.ts";

const format = "facet places 1";

/** The first place of each kind; the limits of `participantFacets` make eight places enough. */
const firstPlace: Readonly<Record<FacetKind, number>> = {
  experience: 0,
  skills: experiencePlaces,
  education: experiencePlaces + 1,
  about: experiencePlaces + 2,
  wish: backgroundPlaces,
};

/** The place of each facet of a profile, in their order. */
export function placesOfFacets(facets: readonly Pick<Facet, "kind">[]): number[] {
  const next = { ...firstPlace };
  return facets.map(({ kind }) => next[kind]++);
}

/**
 * The rows of everybody's facets by slot, each kind in a place of its own: what ranks many people reads eight numbers for
 * each and asks nothing else.
 */
export class FacetPlaces {
  #places = new Uint32Array(0);
  /** Whose background a text belongs to, by place (row + 1). */
  readonly owners = new SlotPostings((tell) => {
    const places = this.#places;
    for (let first = 0; first < places.length; first += placesPerSlot) {
      for (let place = first; place < first + backgroundPlaces; place++) {
        const key = places[place] ?? 0;
        if (key !== 0) tell(first / placesPerSlot, key);
      }
    }
  });

  /** Slot `n` has eight places from `8 n`: the row of a facet + 1, or 0. A view, valid until the next change. */
  get all(): Uint32Array {
    return this.#places;
  }

  /** How many facets a slot has. */
  countOf(slot: number): number {
    let count = 0;
    for (let place = slot * placesPerSlot; place < (slot + 1) * placesPerSlot; place++) {
      if ((this.#places[place] ?? 0) !== 0) count += 1;
    }
    return count;
  }

  /** `rows` begins with the rows of the facets, in their order. */
  set(slot: number, facets: readonly Pick<Facet, "kind">[], rows: ArrayLike<Row>): void {
    this.#places = grownTo(this.#places, (slot + 1) * placesPerSlot);
    this.remove(slot);
    // `remove` noted the change.
    for (const [index, place] of placesOfFacets(facets).entries()) {
      this.#places[slot * placesPerSlot + place] = (rows[index] ?? 0) + 1;
    }
  }

  remove(slot: number): void {
    this.owners.touch(slot);
    this.#places.fill(0, slot * placesPerSlot, (slot + 1) * placesPerSlot);
  }

  pack(slot: number, record: SlotRecord): void {
    record.places.set(this.#places.subarray(slot * placesPerSlot, (slot + 1) * placesPerSlot));
  }

  /** The places with each row replaced by its number in `rowInImage`. */
  image(rowInImage: Uint32Array): ColumnImage {
    const places = this.#places.slice();
    for (let index = 0; index < places.length; index++) {
      const place = places[index] ?? 0;
      if (place !== 0) places[index] = (rowInImage[place - 1] ?? 0) + 1;
    }
    return { format, json: null, arrays: { places } };
  }

  /** Takes on what an image holds. @returns whether it could. */
  restore({ format: written, arrays: { places } }: ColumnImage): boolean {
    if (written !== format || !(places instanceof Uint32Array)) return false;
    this.#places = places.slice();
    this.owners.reset();
    return true;
  }
}
