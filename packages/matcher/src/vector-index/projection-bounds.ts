import { createKernel } from "./kernel/create-kernel.ts";
import {
  bytesPerFour,
  projectedElements,
  projectedQueryBytes,
  rowsPerFour,
  type ScanKernel,
} from "./kernel/scan-kernel.ts";
import { quantiseQuery, quantiseRow } from "./quantise.ts";

/** Fours that one call of the kernel takes: their results stay in the cache. */
const foursPerCall = 1024;
/** Where results, and then rows, lie in the kernel's memory. */
const outAddress = projectedQueryBytes;
const firstFour = outAddress + foursPerCall * rowsPerFour * 4;
/** Room for what float32 rounds away in the kernel and here. */
const roundingError = 2e-6;

/** No query's components are longer than this together, and no row's: unit vectors within 0.01, and some room. */
const greatestLength = 1.05;

/** Scale, rest and error of a row. */
const factorsOfRow = 3;

/** Projections of rows as they are stored, one row after the other. */
export interface ProjectionsImage {
  readonly projected: Uint8Array;
  readonly factors: Float32Array;
}

/** A vector as its components along some axes, and what these leave out. */
export interface Projection {
  /** 32 at most. */
  readonly components: Float32Array;
  /** The length of what the axes do not hold, or more. */
  readonly rest: number;
}

interface Views {
  readonly buffer: ArrayBufferLike;
  readonly int8: Int8Array;
  readonly float32: Float32Array;
}

/**
 * Upper bounds of dot products from projections on a few axes: an eighth of the memory of a 256-d row, read from one end to
 * the other. What the axes leave out adds at most the product of the two rests' lengths (Cauchy–Schwarz).
 */
export class ProjectionBounds {
  readonly #kernel: ScanKernel;
  #views: Views = { buffer: new ArrayBuffer(0), int8: new Int8Array(0), float32: new Float32Array(0) };
  #rows = 0;

  constructor(kernel: ScanKernel = createKernel()) {
    this.#kernel = kernel;
    kernel.reserve(firstFour);
  }

  /** The first row after all that were ever put. */
  get rows(): number {
    return this.#rows;
  }

  /**
   * Stores a projection in place of what is in the row.
   *
   * @param error how much more than the bound the dot product can be for other reasons.
   */
  put(row: number, { components, rest }: Projection, error: number): void {
    this.#kernel.reserve(firstFour + Math.ceil((row + 1) / rowsPerFour) * bytesPerFour);
    const quantised = quantiseRow(components, projectedElements);
    const { int8, float32 } = this.#currentViews();
    const { codes, factors } = placeOf(row);
    int8.set(quantised.codes, codes);
    float32[factors] = quantised.scale;
    float32[factors + rowsPerFour] = rest;
    float32[factors + 2 * rowsPerFour] = quantised.error * greatestLength + error;
    this.#rows = Math.max(this.#rows, row + 1);
  }

  /** Writes into `bounds[row + 1]` for every row what its dot product with a query can be at most. */
  bound(query: Projection, bounds: Float32Array): void {
    this.#writeQuery(query);
    const fours = Math.ceil(this.#rows / rowsPerFour);
    for (let from = 0; from < fours; from += foursPerCall) {
      const count = Math.min(foursPerCall, fours - from);
      this.#kernel.boundProjections(firstFour + from * bytesPerFour, count, 0, outAddress);
      const rows = Math.min(count * rowsPerFour, this.#rows - from * rowsPerFour);
      bounds.set(new Float32Array(this.#kernel.buffer, outAddress, rows), from * rowsPerFour + 1);
    }
  }

  /** A copy of the projections of the given rows, numbered anew in their order. */
  image(rows: Uint32Array): ProjectionsImage {
    const { int8, float32 } = this.#currentViews();
    const projected = new Int8Array(rows.length * projectedElements);
    const factors = new Float32Array(rows.length * factorsOfRow);
    for (let index = 0; index < rows.length; index++) {
      const place = placeOf(rows[index] ?? 0);
      projected.set(int8.subarray(place.codes, place.codes + projectedElements), index * projectedElements);
      for (let factor = 0; factor < factorsOfRow; factor++) {
        factors[index * factorsOfRow + factor] = float32[place.factors + factor * rowsPerFour] ?? 0;
      }
    }
    return { projected: new Uint8Array(projected.buffer), factors };
  }

  /** Takes on what an image holds; to be called while nothing is stored. */
  restore({ projected, factors }: ProjectionsImage): void {
    this.#rows = factors.length / factorsOfRow;
    this.#kernel.reserve(firstFour + Math.ceil(this.#rows / rowsPerFour) * bytesPerFour);
    const { int8, float32 } = this.#currentViews();
    for (let row = 0; row < this.#rows; row++) {
      const place = placeOf(row);
      int8.set(projected.subarray(row * projectedElements, (row + 1) * projectedElements), place.codes);
      for (let factor = 0; factor < factorsOfRow; factor++) {
        float32[place.factors + factor * rowsPerFour] = factors[row * factorsOfRow + factor] ?? 0;
      }
    }
  }

  /** Views of the kernel's memory, which is another object after it has grown. */
  #currentViews(): Views {
    const { buffer } = this.#kernel;
    if (this.#views.buffer !== buffer) {
      this.#views = { buffer, int8: new Int8Array(buffer), float32: new Float32Array(buffer) };
    }
    return this.#views;
  }

  #writeQuery({ components, rest }: Projection): void {
    const { codes, scale, error } = quantiseQuery(components, projectedElements);
    const { buffer } = this.#kernel;
    new Int16Array(buffer, 0, projectedElements).set(codes);
    const margin = error * greatestLength + roundingError;
    new Float32Array(buffer, projectedElements * 2, 3).set([scale, rest, margin]);
  }
}

/** Where a row lies: the address of its codes, and the first of its factors in elements of four bytes. */
function placeOf(row: number): { readonly codes: number; readonly factors: number } {
  const lane = row % rowsPerFour;
  const four = firstFour + ((row - lane) / rowsPerFour) * bytesPerFour;
  return {
    codes: four + lane * projectedElements,
    factors: (four + rowsPerFour * projectedElements) / 4 + lane,
  };
}
