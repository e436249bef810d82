import { grown } from "./grown.ts";
import type { OwnerBits } from "./vector-index.ts";

/** Rows of a page: they lie one after the other, and all belong to one cell. */
const rowsPerPage = 32;

/** The owner of each row, and which owners are allowed. */
export interface RowFilter {
  readonly ownerOf: Uint32Array;
  readonly allowed: OwnerBits;
}

/** The rows of a cell fill its pages from the first to the last without gaps. */
interface Cell {
  readonly pages: number[];
  rows: number;
}

/** Which rows belong to which cell. Rows of a cell lie together in pages, so that a search reads memory in long runs. */
export class CellPages {
  readonly #cells: readonly Cell[];
  /** The cell of each page. */
  #cellOf = new Uint32Array(64);
  #free: number[] = [];
  #pages = 0;

  constructor(cells: number) {
    this.#cells = Array.from({ length: cells }, () => ({ pages: [], rows: 0 }));
  }

  get cells(): number {
    return this.#cells.length;
  }

  /** The first row after all pages, if so many more rows were appended. */
  endWith(moreRows: number): number {
    return (this.#pages + moreRows) * rowsPerPage;
  }

  /** Gives a cell one more row. */
  append(cell: number): number {
    const grownCell = this.#cell(cell);
    const { pages, rows } = grownCell;
    if (rows % rowsPerPage === 0) pages.push(this.#takePage(cell));
    grownCell.rows += 1;
    return this.#rowAt(pages, rows);
  }

  /** Takes the last row from the cell of the given row: what lies there must move to the given one. */
  shorten(row: number): number {
    const cell = this.#cell(this.#cellOf[Math.floor(row / rowsPerPage)] ?? 0);
    cell.rows -= 1;
    const last = this.#rowAt(cell.pages, cell.rows);
    if (cell.rows % rowsPerPage === 0) this.#free.push(cell.pages.pop() ?? 0);
    return last;
  }

  /** Writes the rows of a cell into a list from a position on. @returns the position after them. */
  listRows(cell: number, list: Uint32Array, position: number): number {
    const { pages, rows } = this.#cell(cell);
    let next = position;
    for (let index = 0; index < pages.length; index++) {
      const from = (pages[index] ?? 0) * rowsPerPage;
      const until = from + Math.min(rowsPerPage, rows - index * rowsPerPage);
      for (let row = from; row < until; row++) list[next++] = row;
    }
    return next;
  }

  /** The same for the rows of allowed owners only. */
  listAllowedRows(cell: number, list: Uint32Array, position: number, filter: RowFilter): number {
    const { pages, rows } = this.#cell(cell);
    const { ownerOf, allowed } = filter;
    let next = position;
    for (let index = 0; index < pages.length; index++) {
      const from = (pages[index] ?? 0) * rowsPerPage;
      const until = from + Math.min(rowsPerPage, rows - index * rowsPerPage);
      for (let row = from; row < until; row++) {
        const owner = ownerOf[row] ?? 0;
        // Written in any case and overwritten by the next one: a branch that can't be foreseen costs more.
        list[next] = row;
        next += ((allowed[owner >>> 5] ?? 0) >>> (owner & 31)) & 1;
      }
    }
    return next;
  }

  #takePage(cell: number): number {
    const page = this.#free.pop() ?? this.#pages++;
    this.#cellOf = grown(this.#cellOf, page + 1);
    this.#cellOf[page] = cell;
    return page;
  }

  #rowAt(pages: readonly number[], position: number): number {
    return (pages[Math.floor(position / rowsPerPage)] ?? 0) * rowsPerPage + (position % rowsPerPage);
  }

  #cell(cell: number): Cell {
    return this.#cells[cell] ?? { pages: [], rows: 0 };
  }
}
