import type { ColumnImage } from "../columns/column-image.ts";
import { createKernel } from "./kernel/create-kernel.ts";
import {
  bytesPerFour,
  prefixElements,
  prefixQueryBytes,
  rowsPerFour,
  type ScanKernel,
} from "./kernel/scan-kernel.ts";
import { quantiseQuery, quantiseRow } from "./quantise.ts";

/** Fours that one call of the kernel takes: their results stay in the cache. */
const foursPerCall = 1024;
/** Where results, and then rows, lie in the kernel's memory. */
const outAddress = prefixQueryBytes;
const firstFour = outAddress + foursPerCall * rowsPerFour * 4;
/** Room for what float32 rounds away in the kernel and here. */
const roundingError = 2e-6;
/** No vector is longer: what `checkUnitVector` lets pass. */
const greatestLength = 1.01;

const imageFormat = "prefixes 1";

/**
 * Upper bounds of similarities from the first 32 elements of each vector alone: an eighth of the memory of a 256-d row,
 * read from one end to the other. By Cauchy–Schwarz the rest adds at most the product of the two rests' lengths:
 *
 * q·v ≤ q₁′·v₁′ + |q₁ − q₁′|·|v| + |q|·|v₁ − v₁′| + |q₂|·|v₂|
 *
 * The bound is tight where the first elements hold most of a vector's length, as with the model that ships (its axes are
 * principal ones) and with Matryoshka models; with others it is true all the same, and spares less.
 */
export class PrefixBounds {
  readonly #kernel: ScanKernel;
  #rows = 0;
  /** The greatest distance between a prefix and what its codes stand for. */
  #greatestError = 0;

  constructor(kernel: ScanKernel = createKernel()) {
    this.#kernel = kernel;
    kernel.reserve(firstFour);
  }

  /** The first row after all that were ever put. */
  get rows(): number {
    return this.#rows;
  }

  /** Stores a vector of length 1, or of zeros, in place of what is in the row. */
  put(row: number, vector: Float32Array): void {
    this.#kernel.reserve(firstFour + (Math.floor(row / rowsPerFour) + 1) * bytesPerFour);
    this.#rows = Math.max(this.#rows, row + 1);
    const { codes, scale, error } = quantiseRow(vector.subarray(0, prefixElements), prefixElements);
    const { own, scaleAndRest } = this.#placeOf(row);
    own.set(codes);
    scaleAndRest[0] = scale;
    scaleAndRest[rowsPerFour] = lengthFrom(vector, prefixElements);
    this.#greatestError = Math.max(this.#greatestError, error);
  }

  /** Writes into `bounds[row + 1]` for every row how similar it can be to a query of length 1 at most. */
  bound(query: Float32Array, bounds: Float32Array): void {
    this.#writeQuery(query);
    const fours = Math.ceil(this.#rows / rowsPerFour);
    for (let from = 0; from < fours; from += foursPerCall) {
      const count = Math.min(foursPerCall, fours - from);
      this.#kernel.boundPrefixes(firstFour + from * bytesPerFour, count, 0, outAddress);
      const rows = Math.min(count * rowsPerFour, this.#rows - from * rowsPerFour);
      bounds.set(new Float32Array(this.#kernel.buffer, outAddress, rows), from * rowsPerFour + 1);
    }
  }

  /** A copy of what is stored of the given rows, numbered anew in their order. */
  image(rows: Uint32Array): ColumnImage {
    const codes = new Uint8Array(rows.length * prefixElements);
    const factors = new Float32Array(rows.length * 2);
    for (let index = 0; index < rows.length; index++) this.#copyOut(rows[index] ?? 0, index, codes, factors);
    return { format: imageFormat, json: this.#greatestError, arrays: { codes, factors } };
  }

  /** Takes on what an image holds; to be called while nothing is stored. @returns whether it could. */
  restore({ format, json, arrays: { codes, factors } }: ColumnImage): boolean {
    if (format !== imageFormat || typeof json !== "number") return false;
    if (!(codes instanceof Uint8Array && factors instanceof Float32Array)) return false;
    const rows = factors.length / 2;
    this.#kernel.reserve(firstFour + Math.ceil(rows / rowsPerFour) * bytesPerFour);
    for (let row = 0; row < rows; row++) this.#copyIn(row, codes, factors);
    this.#rows = rows;
    this.#greatestError = json;
    return true;
  }

  #copyOut(row: number, index: number, codes: Uint8Array, factors: Float32Array): void {
    const { own, scaleAndRest } = this.#placeOf(row);
    codes.set(own, index * prefixElements);
    factors[index * 2] = scaleAndRest[0] ?? 0;
    factors[index * 2 + 1] = scaleAndRest[rowsPerFour] ?? 0;
  }

  #copyIn(row: number, codes: Uint8Array, factors: Float32Array): void {
    const { own, scaleAndRest } = this.#placeOf(row);
    own.set(codes.subarray(row * prefixElements, (row + 1) * prefixElements));
    scaleAndRest[0] = factors[row * 2] ?? 0;
    scaleAndRest[rowsPerFour] = factors[row * 2 + 1] ?? 0;
  }

  #placeOf(row: number): { own: Uint8Array; scaleAndRest: Float32Array } {
    const lane = row % rowsPerFour;
    const four = firstFour + ((row - lane) / rowsPerFour) * bytesPerFour;
    const { buffer } = this.#kernel;
    return {
      own: new Uint8Array(buffer, four + lane * prefixElements, prefixElements),
      scaleAndRest: new Float32Array(buffer, four + rowsPerFour * prefixElements + lane * 4, rowsPerFour + 1),
    };
  }

  #writeQuery(query: Float32Array): void {
    const { codes, scale, error } = quantiseQuery(query.subarray(0, prefixElements), prefixElements);
    const { buffer } = this.#kernel;
    new Int16Array(buffer, 0, prefixElements).set(codes);
    const margin = greatestLength * (error + this.#greatestError) + roundingError;
    new Float32Array(buffer, prefixElements * 2, 3).set([scale, lengthFrom(query, prefixElements), margin]);
  }
}

/** The length of a vector's elements from the first one on, rounded up in float32. */
function lengthFrom(vector: Float32Array, first: number): number {
  let squares = 0;
  for (let index = first; index < vector.length; index++) squares += (vector[index] ?? 0) ** 2;
  return Math.sqrt(squares) * (1 + 1e-6);
}
