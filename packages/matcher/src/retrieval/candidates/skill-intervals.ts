import type { StoredVacancy } from "../../store/vacancy-store.ts";
import { grown } from "../../vector-index/grown.ts";
import type { TextIndex } from "../../vector-index/text-index.ts";
import type { Row } from "../../vector-index/text-table.ts";

/** How similar the nearest of somebody's skills is to each skill that is asked for: at least, and at most. */
interface NearestSkills {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** How similar the rows that were compared are to one skill that is asked for, by the order in which they were. */
interface RowIntervals {
  lower: Float32Array;
  upper: Float32Array;
}

/**
 * How similar the nearest of a participant's skills can be to each skill that a vacancy asks for. Before the skills are
 * compared: anything from 0 to 1.
 */
export class SkillIntervals {
  readonly #index: TextIndex;
  readonly #asked: readonly Float32Array[];
  readonly #rowsOf: (slot: number) => Uint32Array;
  /** The place of each row that was compared among these. */
  readonly #placeOf = new Map<Row, number>();
  /** For each skill that is asked for. */
  readonly #intervals: readonly RowIntervals[];
  readonly #nearest = new Map<number, NearestSkills>();

  constructor(index: TextIndex, { skills }: StoredVacancy, rowsOf: (slot: number) => Uint32Array) {
    this.#index = index;
    this.#asked = skills.map(({ vector }) => vector);
    this.#rowsOf = rowsOf;
    this.#intervals = skills.map(() => ({ lower: new Float32Array(256), upper: new Float32Array(256) }));
  }

  /** Compares the skills of these participants by their int8 codes. */
  compare(slots: Uint32Array): void {
    if (this.#asked.length === 0) return;
    const first = this.#placeOf.size;
    const rows: Row[] = [];
    for (const slot of slots) {
      for (const row of this.#rowsOf(slot)) {
        if (this.#placeOf.has(row)) continue;
        this.#placeOf.set(row, first + rows.length);
        rows.push(row);
      }
    }
    const listed = Uint32Array.from(rows);
    for (const position of this.#asked.keys()) this.#compareWith(position, listed, first);
    for (const slot of slots) this.#nearest.set(slot, this.#nearestOf(slot));
  }

  lower(position: number, slot: number): number {
    return this.#nearest.get(slot)?.lower[position] ?? 0;
  }

  upper(position: number, slot: number): number {
    return this.#nearest.get(slot)?.upper[position] ?? 1;
  }

  /** Those of a participant's skills that can be the nearest to the one that is asked for. */
  rowsOfNearest(position: number, slot: number): Row[] {
    const least = this.lower(position, slot);
    const upper = this.#intervals[position]?.upper;
    return Array.from(this.#rowsOf(slot)).filter((row) => {
      const place = this.#placeOf.get(row);
      return place === undefined || (upper?.[place] ?? 1) >= least;
    });
  }

  /** Compares rows whose places follow each other from `first` on. */
  #compareWith(position: number, rows: Uint32Array, first: number): void {
    const [vector, intervals] = [this.#asked[position], this.#intervals[position]];
    if (vector === undefined || intervals === undefined) return;
    intervals.lower = grown(intervals.lower, first + rows.length);
    intervals.upper = grown(intervals.upper, first + rows.length);
    const { background, errorOf } = this.#index.compare(vector, rows);
    for (let index = 0; index < rows.length; index++) {
      const similarity = background[index] ?? 0;
      const error = errorOf(rows[index] ?? 0);
      intervals.lower[first + index] = similarity - error;
      intervals.upper[first + index] = similarity + error;
    }
  }

  #nearestOf(slot: number): NearestSkills {
    const nearest = {
      lower: new Float64Array(this.#asked.length),
      upper: new Float64Array(this.#asked.length),
    };
    for (const row of this.#rowsOf(slot)) {
      const place = this.#placeOf.get(row) ?? 0;
      for (let position = 0; position < this.#intervals.length; position++) {
        const intervals = this.#intervals[position];
        nearest.lower[position] = Math.max(nearest.lower[position] ?? 0, intervals?.lower[place] ?? 0);
        nearest.upper[position] = Math.max(nearest.upper[position] ?? 0, intervals?.upper[place] ?? 1);
      }
    }
    return nearest;
  }
}
