import { grownTo } from "../../columns/grown-to.ts";
import type { Row } from "../../vector-index/vector-store.ts";

const none = new Uint32Array(0);

/** Where the vectors of all vacancies' texts lie: of each vacancy its own, and of the skills that they ask for each once. */
export class VacancyTexts {
  #rows = new Uint32Array(0);
  /** By slot: for each skill that is asked for its number. */
  readonly #skills: Uint32Array[] = [];
  readonly #numberOfSkill = new Map<Row, number>();
  #skillRows = none;

  /** The rows of the vacancies in some slots. */
  rowsOf(slots: Uint32Array): Uint32Array {
    const rows = new Uint32Array(slots.length);
    for (let index = 0; index < rows.length; index++) rows[index] = this.#rows[slots[index] ?? 0] ?? 0;
    return rows;
  }

  /** The rows of all skills that any vacancy ever asked for, by the skill's number. A view, valid until the next `set`. */
  get skillRows(): Uint32Array {
    return this.#skillRows.subarray(0, this.#numberOfSkill.size);
  }

  /** For each skill that the vacancy in a slot asks for, its number. */
  skillsOf(slot: number): Uint32Array {
    return this.#skills[slot] ?? none;
  }

  /** @param rows the row of the vacancy's own vector, then those of the skills that it asks for. */
  set(slot: number, rows: Uint32Array): void {
    this.#rows = grownTo(this.#rows, slot + 1);
    this.#rows[slot] = rows[0] ?? 0;
    this.#skills[slot] = rows.subarray(1).map((row) => this.#numberOf(row));
  }

  remove(slot: number): void {
    this.#skills[slot] = none;
  }

  #numberOf(row: Row): number {
    const known = this.#numberOfSkill.get(row);
    if (known !== undefined) return known;
    const number = this.#numberOfSkill.size;
    this.#numberOfSkill.set(row, number);
    this.#skillRows = grownTo(this.#skillRows, number + 1);
    this.#skillRows[number] = row;
    return number;
  }
}
