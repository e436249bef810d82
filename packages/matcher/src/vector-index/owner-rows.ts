import { grown } from "./grown.ts";

/** Values of `#first` for an owner that is not there, and for one without rows; a row is two more than its number. */
const [absent, withoutRows, firstRow] = [0, 1, 2] as const;

/** Which owner each row belongs to, and which rows each owner has: 12 bytes for each row of its own owner. */
export class OwnerRows {
  /** By owner: see above. */
  #first = new Uint32Array(64);
  /** By row: the next one of the same owner, likewise; `withoutRows` after the last. */
  #next = new Uint32Array(64);
  /** By row. */
  #ownerOf = new Uint32Array(64);
  #owners = 0;
  #rows = 0;
  #mostRows = 1;

  get owners(): number {
    return this.#owners;
  }

  get rows(): number {
    return this.#rows;
  }

  /** No owner ever had more rows; 1 at least. */
  get mostRows(): number {
    return this.#mostRows;
  }

  get bytes(): number {
    return this.#first.byteLength + this.#next.byteLength + this.#ownerOf.byteLength;
  }

  has(owner: number): boolean {
    return (this.#first[owner] ?? absent) !== absent;
  }

  /** The owner of each row; meaningless for rows that are not in use. A view, valid until the next change. */
  get ownerOf(): Uint32Array {
    return this.#ownerOf;
  }

  /** Writes an owner's rows into a list from a position on. @returns the position after them. */
  listRows(owner: number, list: Uint32Array, position: number): number {
    let end = position;
    let next = this.#first[owner] ?? absent;
    for (; next >= firstRow; next = this.#next[next - firstRow] ?? absent) list[end++] = next - firstRow;
    return end;
  }

  /** Makes room for owners and rows below the given numbers. */
  reserve(owners: number, rows: number): void {
    this.#first = grown(this.#first, owners);
    this.#next = grown(this.#next, rows);
    this.#ownerOf = grown(this.#ownerOf, rows);
  }

  /** Adds an owner that is not there. */
  add(owner: number, rows: readonly number[]): void {
    this.#first[owner] = withoutRows;
    for (const row of rows) {
      this.#next[row] = this.#first[owner] ?? absent;
      this.#first[owner] = row + firstRow;
      this.#ownerOf[row] = owner;
    }
    this.#owners += 1;
    this.#rows += rows.length;
    this.#mostRows = Math.max(this.#mostRows, rows.length);
  }

  /** Takes one of its rows from an owner, if it has any left. */
  takeRow(owner: number): number | undefined {
    const first = this.#first[owner] ?? absent;
    if (first < firstRow) return undefined;
    const row = first - firstRow;
    this.#first[owner] = this.#next[row] ?? absent;
    this.#rows -= 1;
    return row;
  }

  /** Forgets an owner that is there and has no rows left. */
  remove(owner: number): void {
    this.#first[owner] = absent;
    this.#owners -= 1;
  }

  /** Says that what lay in one row lies in another now. */
  move(from: number, to: number): void {
    const owner = this.#ownerOf[from] ?? 0;
    this.#ownerOf[to] = owner;
    this.#next[to] = this.#next[from] ?? absent;
    let next = this.#first[owner] ?? absent;
    if (next === from + firstRow) this.#first[owner] = to + firstRow;
    for (; next >= firstRow; next = this.#next[next - firstRow] ?? absent) {
      if (this.#next[next - firstRow] === from + firstRow) this.#next[next - firstRow] = to + firstRow;
    }
  }

  /** Calls back with each owner that is there. */
  forEachOwner(visit: (owner: number) => void): void {
    for (let owner = 0; owner < this.#first.length; owner++) if (this.has(owner)) visit(owner);
  }
}
