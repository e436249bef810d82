import { DeferredReleases } from "../storage/deferred-releases.ts";
import { grown } from "./grown.ts";

/** A row of the store of vectors. */
export type Row = number;

/** 32-bit words of a hash of 128 bits. */
const hashWords = 4;

/** What a table is restored from: the rows in use are numbered from 0 without gaps. */
export interface TextTableImage {
  /** Four words of hash for each row. */
  readonly hashes: Uint32Array;
  /** How often each row is referred to. */
  readonly references: Uint32Array;
}

/**
 * The row of each text, found by the text's hash, with a count of references. A hash table with linear probing in typed
 * arrays: 28 bytes a text, where a Map of objects takes some 150.
 */
export class TextTable {
  #hashes = new Uint32Array(64 * hashWords);
  #references = new Uint32Array(64);
  /** Row + 1 in the place that its hash leads to or the next free one; 0 where there is none. */
  #places = new Uint32Array(128);
  readonly #free: Row[] = [];
  /** While somebody reads, no row is used anew. */
  readonly releases = new DeferredReleases();
  #end = 0;
  #size = 0;

  /** How many texts there are. */
  get size(): number {
    return this.#size;
  }

  /** The first row after all that are or were in use. */
  get end(): Row {
    return this.#end;
  }

  /** The row of a text by its hash (16 characters of one byte), or -1. */
  find(hash: string): Row {
    const words = wordsOf(hash);
    for (let place = this.#firstPlace(words[0]); ; place = this.#next(place)) {
      const row = (this.#places[place] ?? 0) - 1;
      if (row === -1 || this.#hasHash(row, words)) return row;
    }
  }

  /** A row for a text that is not here yet, referred to once. */
  add(hash: string): Row {
    const row = this.#free.pop() ?? this.#end;
    this.#end = Math.max(this.#end, row + 1);
    this.#reserve(this.#end);
    this.#hashes.set(wordsOf(hash), row * hashWords);
    this.#references[row] = 1;
    this.#place(row);
    this.#size += 1;
    return row;
  }

  retain(row: Row): void {
    this.#references[row] = (this.#references[row] ?? 0) + 1;
  }

  /** Counts one reference less; the row can be used anew after the last one, unless it is below `firstReusable`. */
  release(row: Row, firstReusable: Row): void {
    const left = (this.#references[row] ?? 0) - 1;
    if (left < 0) return;
    this.#references[row] = left;
    if (left > 0) return;
    this.#unplace(row);
    this.#size -= 1;
    if (row >= firstReusable) this.releases.release(() => this.#free.push(row));
  }

  /** The rows in use, in rising order. */
  rows(): Uint32Array {
    const rows = new Uint32Array(this.#size);
    let count = 0;
    for (let row = 0; row < this.#end; row++) if (this.#references[row] !== 0) rows[count++] = row;
    return rows;
  }

  /** The table with the given rows numbered anew in their order. */
  image(rows: Uint32Array): TextTableImage {
    const hashes = new Uint32Array(rows.length * hashWords);
    const references = new Uint32Array(rows.length);
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0;
      references[index] = this.#references[row] ?? 0;
      for (let word = 0; word < hashWords; word++) {
        hashes[index * hashWords + word] = this.#hashes[row * hashWords + word] ?? 0;
      }
    }
    return { hashes, references };
  }

  /** Takes on what an image holds; to be called on a new table. */
  restore({ hashes, references }: TextTableImage): void {
    this.#hashes = hashes.slice();
    this.#references = references.slice();
    this.#end = references.length;
    this.#size = references.length;
    this.#placeAll();
  }

  #hasHash(row: Row, words: Words): boolean {
    const start = row * hashWords;
    return (
      this.#hashes[start] === words[0] &&
      this.#hashes[start + 1] === words[1] &&
      this.#hashes[start + 2] === words[2] &&
      this.#hashes[start + 3] === words[3]
    );
  }

  #firstPlace(word: number): number {
    return word & (this.#places.length - 1);
  }

  #next(place: number): number {
    return (place + 1) & (this.#places.length - 1);
  }

  #place(row: Row): void {
    let place = this.#firstPlace(this.#hashes[row * hashWords] ?? 0);
    while (this.#places[place] !== 0) place = this.#next(place);
    this.#places[place] = row + 1;
  }

  /** Takes a row out and moves up those behind it that would no longer be found. */
  #unplace(row: Row): void {
    let gap = this.#firstPlace(this.#hashes[row * hashWords] ?? 0);
    while (this.#places[gap] !== row + 1) gap = this.#next(gap);
    for (let place = this.#next(gap); this.#places[place] !== 0; place = this.#next(place)) {
      const other = this.#places[place] ?? 0;
      const wanted = this.#firstPlace(this.#hashes[(other - 1) * hashWords] ?? 0);
      const mask = this.#places.length - 1;
      if (((place - wanted) & mask) < ((place - gap) & mask)) continue;
      this.#places[gap] = other;
      gap = place;
    }
    this.#places[gap] = 0;
  }

  #reserve(rows: number): void {
    this.#hashes = grown(this.#hashes, rows * hashWords);
    this.#references = grown(this.#references, rows);
    if (rows * 2 > this.#places.length) this.#placeAll();
  }

  /** Makes the table of places so large that it is half empty at least, and fills it anew. */
  #placeAll(): void {
    this.#places = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(64, this.#end * 2))));
    for (let row = 0; row < this.#end; row++) {
      if (this.#references[row] !== 0) this.#place(row);
    }
  }
}

type Words = readonly [number, number, number, number];

function wordsOf(hash: string): Words {
  return [wordAt(hash, 0), wordAt(hash, 4), wordAt(hash, 8), wordAt(hash, 12)];
}

function wordAt(hash: string, start: number): number {
  const low = hash.charCodeAt(start) | (hash.charCodeAt(start + 1) << 8);
  const high = hash.charCodeAt(start + 2) | (hash.charCodeAt(start + 3) << 8);
  return (low | (high << 16)) >>> 0;
}
