import type { StoredVacancy } from "../store/vacancy-store.ts";
import type { Interval } from "../vector-index/similarity-intervals.ts";
import type { TextIndex } from "../vector-index/text-index.ts";
import type { Row } from "../vector-index/text-table.ts";

const anything: Interval = { lower: 0, upper: 1 };

/**
 * How similar the nearest of a participant's skills can be to each skill that a vacancy asks for. Before the skills are
 * compared: anything from 0 to 1.
 */
export class SkillIntervals {
  readonly #index: TextIndex;
  readonly #asked: readonly Float32Array[];
  readonly #rowsOf: (slot: number) => Uint32Array;
  /** For each skill that is asked for: what is known, by row. */
  readonly #known: readonly Map<Row, Interval>[];
  readonly #compared = new Set<number>();

  constructor(index: TextIndex, { skills }: StoredVacancy, rowsOf: (slot: number) => Uint32Array) {
    this.#index = index;
    this.#asked = skills.map(({ vector }) => vector);
    this.#rowsOf = rowsOf;
    this.#known = skills.map(() => new Map());
  }

  /** Compares the skills of these participants by their int8 codes. */
  compare(slots: Uint32Array): void {
    if (this.#asked.length === 0) return;
    const rows = new Set<Row>();
    for (const slot of slots) {
      this.#compared.add(slot);
      for (const row of this.#rowsOf(slot)) if (!this.#known[0]?.has(row)) rows.add(row);
    }
    const listed = Uint32Array.from(rows);
    for (const [position, vector] of this.#asked.entries()) this.#compareWith(position, vector, listed);
  }

  lower(position: number, slot: number): number {
    return this.#nearest(position, slot).lower;
  }

  upper(position: number, slot: number): number {
    return this.#nearest(position, slot).upper;
  }

  #compareWith(position: number, vector: Float32Array, rows: Uint32Array): void {
    const known = this.#known[position];
    const { owners, background, errorOf } = this.#index.compare(vector, rows);
    for (let index = 0; index < owners.length; index++) {
      const row = owners[index] ?? 0;
      const similarity = background[index] ?? 0;
      known?.set(row, { lower: similarity - errorOf(row), upper: similarity + errorOf(row) });
    }
  }

  #nearest(position: number, slot: number): Interval {
    if (!this.#compared.has(slot)) return anything;
    let [lower, upper] = [0, 0];
    for (const row of this.#rowsOf(slot)) {
      const interval = this.#known[position]?.get(row) ?? anything;
      lower = Math.max(lower, interval.lower);
      upper = Math.max(upper, interval.upper);
    }
    return { lower, upper };
  }
}
