import { grown } from "./grown.ts";
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

/** A vector as its components along some axes, and what these leave out. */
export interface Projection {
  /** 32 at most. */
  readonly components: Float32Array;
  /** The length of what the axes do not hold, or more. */
  readonly rest: number;
}

/**
 * Upper bounds of dot products from projections on a few axes: an eighth of the memory of a 256-d row, read from one end to
 * the other. What the axes leave out adds at most the product of the two rests' lengths (Cauchy–Schwarz).
 */
export class ProjectionBounds {
  readonly #kernel: ScanKernel;
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
    const lane = row % rowsPerFour;
    const four = firstFour + ((row - lane) / rowsPerFour) * bytesPerFour;
    this.#kernel.reserve(four + bytesPerFour);
    const quantised = quantiseRow(components, projectedElements);
    const { buffer } = this.#kernel;
    new Int8Array(buffer, four + lane * projectedElements, projectedElements).set(quantised.codes);
    const factors = new Float32Array(buffer, four + rowsPerFour * projectedElements, 3 * rowsPerFour);
    factors[lane] = quantised.scale;
    factors[rowsPerFour + lane] = rest;
    factors[2 * rowsPerFour + lane] = quantised.error * greatestLength + error;
    this.#rows = Math.max(this.#rows, row + 1);
  }

  /**
   * Writes into `bounds[row + 1]` for every row what its dot product with a query can be at most.
   *
   * @returns `bounds`, or a longer array in its place.
   */
  bound(query: Projection, bounds: Float32Array): Float32Array {
    const enough = grown(bounds, this.#rows + 1);
    this.#writeQuery(query);
    const fours = Math.ceil(this.#rows / rowsPerFour);
    for (let from = 0; from < fours; from += foursPerCall) {
      const count = Math.min(foursPerCall, fours - from);
      this.#kernel.boundProjections(firstFour + from * bytesPerFour, count, 0, outAddress);
      const rows = Math.min(count * rowsPerFour, this.#rows - from * rowsPerFour);
      enough.set(new Float32Array(this.#kernel.buffer, outAddress, rows), from * rowsPerFour + 1);
    }
    return enough;
  }

  #writeQuery({ components, rest }: Projection): void {
    const { codes, scale, error } = quantiseQuery(components, projectedElements);
    const { buffer } = this.#kernel;
    new Int16Array(buffer, 0, projectedElements).set(codes);
    const margin = error * greatestLength + roundingError;
    new Float32Array(buffer, projectedElements * 2, 3).set([scale, rest, margin]);
  }
}
