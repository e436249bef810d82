import { CellPages } from "./cell-pages.ts";
import { grown } from "./grown.ts";
import type { ScanKernel } from "./kernel/scan-kernel.ts";
import { OwnerRows } from "./owner-rows.ts";
import type { QuantisedRow } from "./quantise.ts";
import { RowCodes } from "./row-codes.ts";
import type { OwnerBits } from "./vector-index.ts";

/** The rows of owners as int8 codes, grouped by cell. */
export class StoredRows {
  readonly codes: RowCodes;
  readonly owners = new OwnerRows();
  readonly #pages: CellPages;
  #list = new Uint32Array(64);

  constructor(kernel: ScanKernel, paddedDimensions: number, cells: number) {
    this.codes = new RowCodes(kernel, paddedDimensions);
    this.#pages = new CellPages(cells);
  }

  get bytes(): number {
    return this.codes.bytes + this.owners.bytes + this.#list.byteLength;
  }

  /**
   * Makes room for an owner with so many rows, so that putting it can't fail.
   *
   * @throws JobbmatchError `indexFull`
   */
  reserve(owner: number, rows: number): void {
    const end = this.#pages.endWith(rows);
    this.codes.reserve(end);
    this.owners.reserve(owner + 1, end);
  }

  /** Stores the rows of an owner that is not there; `reserve` must have made room for them. */
  put(owner: number, vectors: readonly QuantisedRow[], cellOf: (codes: Int8Array) => number): void {
    const rows = vectors.map((vector) => {
      const row = this.#pages.append(cellOf(vector.codes));
      this.codes.putCodes(row, vector);
      return row;
    });
    this.owners.add(owner, rows);
  }

  /** The codes of an owner's rows: views, valid until the memory grows. */
  codesOf(owner: number): QuantisedRow[] {
    this.#list = grown(this.#list, this.owners.rows);
    const end = this.owners.listRows(owner, this.#list, 0);
    return Array.from(this.#list.subarray(0, end), (row) => this.codes.codesOf(row));
  }

  /** @returns whether the owner was there. */
  remove(owner: number): boolean {
    if (!this.owners.has(owner)) return false;
    for (let row = this.owners.takeRow(owner); row !== undefined; row = this.owners.takeRow(owner)) {
      this.#close(row);
    }
    this.owners.remove(owner);
    return true;
  }

  /** All rows, of allowed owners only, cell by cell. A view, valid until the next list. */
  listAll(allowed: OwnerBits | undefined): Uint32Array {
    return this.#listCells(0, this.#pages.cells, allowed);
  }

  /** The rows in one cell, of allowed owners only. A view, valid until the next list. */
  listCell(cell: number, allowed: OwnerBits | undefined): Uint32Array {
    return this.#listCells(cell, cell + 1, allowed);
  }

  /** The rows of the allowed owners, in the order of the owners. A view, valid until the next list. */
  listOwners(allowed: OwnerBits): Uint32Array {
    this.#list = grown(this.#list, this.owners.rows);
    let end = 0;
    for (let index = 0; index < allowed.length; index++) {
      for (let word = allowed[index] ?? 0; word !== 0; word &= word - 1) {
        end = this.owners.listRows((index << 5) + 31 - Math.clz32(word & -word), this.#list, end);
      }
    }
    return this.#list.subarray(0, end);
  }

  #listCells(from: number, until: number, allowed: OwnerBits | undefined): Uint32Array {
    this.#list = grown(this.#list, this.owners.rows);
    const list = this.#list;
    const filter = allowed && { ownerOf: this.owners.ownerOf, allowed };
    let end = 0;
    for (let cell = from; cell < until; cell++) {
      end =
        filter === undefined
          ? this.#pages.listRows(cell, list, end)
          : this.#pages.listAllowedRows(cell, list, end, filter);
    }
    return list.subarray(0, end);
  }

  /** Moves the last row of the same cell to where a row was taken out. */
  #close(row: number): void {
    const last = this.#pages.shorten(row);
    if (last === row) return;
    this.codes.copy(last, row);
    this.owners.move(last, row);
  }
}
