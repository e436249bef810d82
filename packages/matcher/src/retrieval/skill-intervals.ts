import type { StoredVacancy } from "../store/vacancy-store.ts";
import type { TextIndex } from "../vector-index/text-index.ts";
import type { Row } from "../vector-index/text-table.ts";

/** How similar the nearest of somebody's skills is to each skill that is asked for: at least, and at most. */
interface NearestSkills {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** How similar rows are to one skill that is asked for. */
interface KnownRows {
  readonly lower: Map<Row, number>;
  readonly upper: Map<Row, number>;
}

/**
 * How similar the nearest of a participant's skills can be to each skill that a vacancy asks for. Before the skills are
 * compared: anything from 0 to 1.
 */
export class SkillIntervals {
  readonly #index: TextIndex;
  readonly #asked: readonly Float32Array[];
  readonly #rowsOf: (slot: number) => Uint32Array;
  /** For each skill that is asked for. */
  readonly #known: readonly KnownRows[];
  readonly #nearest = new Map<number, NearestSkills>();

  constructor(index: TextIndex, { skills }: StoredVacancy, rowsOf: (slot: number) => Uint32Array) {
    this.#index = index;
    this.#asked = skills.map(({ vector }) => vector);
    this.#rowsOf = rowsOf;
    this.#known = skills.map(() => ({ lower: new Map(), upper: new Map() }));
  }

  /** Compares the skills of these participants by their int8 codes. */
  compare(slots: Uint32Array): void {
    if (this.#asked.length === 0) return;
    const rows = new Set<Row>();
    for (const slot of slots) {
      for (const row of this.#rowsOf(slot)) if (!this.#known[0]?.lower.has(row)) rows.add(row);
    }
    const listed = Uint32Array.from(rows);
    for (const [position, vector] of this.#asked.entries()) this.#compareWith(position, vector, listed);
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
    const upper = this.#known[position]?.upper;
    return Array.from(this.#rowsOf(slot)).filter((row) => (upper?.get(row) ?? 1) >= least);
  }

  #compareWith(position: number, vector: Float32Array, rows: Uint32Array): void {
    const known = this.#known[position];
    const { owners, background, errorOf } = this.#index.compare(vector, rows);
    for (let index = 0; index < owners.length; index++) {
      const row = owners[index] ?? 0;
      const similarity = background[index] ?? 0;
      const error = errorOf(row);
      known?.lower.set(row, similarity - error);
      known?.upper.set(row, similarity + error);
    }
  }

  #nearestOf(slot: number): NearestSkills {
    const rows = this.#rowsOf(slot);
    const nearest = {
      lower: new Float64Array(this.#asked.length),
      upper: new Float64Array(this.#asked.length),
    };
    for (const [position, { lower, upper }] of this.#known.entries()) {
      for (const row of rows) {
        nearest.lower[position] = Math.max(nearest.lower[position] ?? 0, lower.get(row) ?? 0);
        nearest.upper[position] = Math.max(nearest.upper[position] ?? 0, upper.get(row) ?? 1);
      }
    }
    return nearest;
  }
}
