import type { ColumnImage } from "../columns/column-image.ts";
import { createKernel } from "./kernel/create-kernel.ts";
import { projectedElements } from "./kernel/scan-kernel.ts";
import { ProjectionAxes } from "./projection-axes.ts";
import { ProjectionBounds } from "./projection-bounds.ts";
import { type SimilarityErrors, similarityErrors } from "./quantise.ts";
import { RowCodes } from "./row-codes.ts";
import { type ListedRows, type OwnerSimilarities, Scanner } from "./scanner.ts";
import type { Row } from "./text-table.ts";

/** Rows below which no axes are learnt: comparing all of them in full takes a tenth of a millisecond. */
const fewestProjected = 2048;
/** Rows from which axes are learnt. */
const sampleSize = 2048;
/** Axes are learnt again when there are so many times as many rows as when they were learnt. */
const learnAgainFactor = 4;
const noErrors: SimilarityErrors = { always: 0, perRowError: 0 };
/** Rows that are projected together. */
const projectedTogether = 4096;

/** Rows with how far the codes of each are from its vector. */
export interface ListedTexts extends ListedRows {
  readonly errors: Float32Array;
}

/** Takes what the similarities of rows are at most, position by position. */
export interface TextBounds {
  /** To each text; nothing for texts of which only the nearest matters. */
  readonly ofText: readonly (Float64Array | undefined)[];
  /** To the nearest text: raised where one is nearer than what is there already. */
  readonly nearest: Float64Array;
}

/**
 * The int8 rows of all texts, each text once, and their projections on the axes along which they are longest. Texts of
 * a population lie close together: in a generated municipality 32 axes of 256 hold two thirds of them. The axes are
 * learnt from the rows themselves, so that any embedder profits.
 */
export class TextIndex {
  readonly #paddedDimensions: number;
  readonly #codes: RowCodes;
  readonly #scanner: Scanner;
  #axes: ProjectionAxes | undefined;
  #projections = new ProjectionBounds();
  #learntFrom = 0;
  /** Rows that were put after the projections were made. */
  #changed: number[] = [];

  constructor(dimensions: number) {
    const paddedDimensions = Math.ceil(dimensions / 32) * 32;
    this.#paddedDimensions = paddedDimensions;
    const kernel = createKernel();
    this.#codes = new RowCodes(kernel, paddedDimensions);
    this.#scanner = new Scanner(kernel, this.#codes, paddedDimensions);
  }

  /** The first row after all that were ever put. */
  get end(): number {
    return this.#codes.end;
  }

  /**
   * Stores a vector of length 1, or of zeros, in place of what is in the row.
   *
   * @throws JobbmatchError `indexFull`; nothing is changed then.
   */
  put(row: number, vector: Float32Array): void {
    this.#codes.put(row, vector);
    if (this.#axes !== undefined) this.#changed.push(row);
  }

  /**
   * Writes into `bounds[row + 1]` for every row what its similarity to a query can be at most.
   *
   * @returns false while there are too few rows for that to pay; nothing is written then.
   */
  boundAll(query: Float32Array, bounds: Float32Array): boolean {
    this.#project();
    if (this.#axes === undefined) return false;
    this.#projections.bound(this.#axes.projectionOf(query), bounds);
    return true;
  }

  /** The similarities of the given rows to a query, each within `errorOf` of the float one. */
  compare(query: Float32Array, rows: Uint32Array): OwnerSimilarities {
    return this.#scanner.scan(query, this.#codes.list(rows));
  }

  /** Rows, ready to be compared for as long as they hold the same texts. */
  listed(rows: Uint32Array): ListedTexts {
    return { ...this.#codes.list(rows), errors: this.#codes.errorsOf(rows) };
  }

  /**
   * What the similarity of each of the listed rows to each of some texts, by row as well, is at most. Four texts are compared
   * in one pass over the rows, by codes alone on both sides, so that no vector is read.
   */
  boundMany(texts: ArrayLike<Row>, listed: ListedTexts, { ofText, nearest }: TextBounds): void {
    const queries = Array.from(texts, (row) => this.#codes.codesOf(row));
    const errors = queries.map(similarityErrors);
    this.#scanner.scanQuantised(queries, listed, ({ query, from, products }) => {
      const scale = queries[query]?.scale ?? 0;
      const { always, perRowError } = errors[query] ?? noErrors;
      const own = ofText[query];
      for (let index = 0; index < products.length; index++) {
        const room = always + perRowError * (listed.errors[from + index] ?? 0);
        const bound = (products[index] ?? 0) * scale + room;
        if (own !== undefined) own[from + index] = bound;
        if (bound > (nearest[from + index] ?? 0)) nearest[from + index] = bound;
      }
    });
  }

  /** A copy of what is stored of the given rows, numbered anew in their order, with the axes and the projections. */
  image(rows: Uint32Array): ColumnImage {
    this.#project();
    const image = this.#codes.image(rows);
    if (this.#axes === undefined) return image;
    const axes = this.#axes.matrix;
    return { ...image, arrays: { ...image.arrays, axes, ...this.#projections.image(rows) } };
  }

  /** Takes on what an image holds; to be called while nothing is stored. @returns whether it could. */
  restore(image: ColumnImage): boolean {
    if (!this.#codes.restore(image)) return false;
    const { axes, projected, factors } = image.arrays;
    if (axes instanceof Float32Array && projected instanceof Uint8Array && factors instanceof Float32Array) {
      this.#axes = ProjectionAxes.of(axes, this.#paddedDimensions);
      this.#projections.restore({ projected, factors });
      this.#learntFrom = this.end;
    }
    return true;
  }

  /** Brings the projections up to date: some 0.1 s for 100,000 new rows, and as much when axes are learnt. */
  #project(): void {
    if (this.#axes === undefined && this.end < fewestProjected) return;
    if (this.#axes === undefined || this.end >= this.#learntFrom * learnAgainFactor) this.#learn();
    const rows = Uint32Array.from(this.#changed);
    this.#changed = [];
    for (let from = 0; from < rows.length; from += projectedTogether) {
      this.#projectSome(rows.subarray(from, from + projectedTogether));
    }
  }

  #learn(): void {
    const values: Float32Array[] = [];
    for (let index = 0; index < sampleSize; index++) {
      values.push(this.#codes.valuesOf(Math.floor((index * this.end) / sampleSize)));
    }
    this.#axes = ProjectionAxes.learn(values, projectedElements);
    this.#learntFrom = this.end;
    this.#changed = Array.from({ length: this.end }, (_, row) => row);
  }

  #projectSome(rows: Uint32Array): void {
    const axes = this.#axes;
    if (axes === undefined) return;
    const along = this.#scanner
      .scanMany(axes.queries, this.#codes.list(rows))
      .map(({ background }) => background);
    const components = new Float32Array(along.length);
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0;
      for (let axis = 0; axis < components.length; axis++) components[axis] = along[axis]?.[index] ?? 0;
      const rest = axes.restOf(components, this.#codes.lengthOf(row));
      // The vector's distance from its codes, and what the axes lack to be orthogonal, add to the bound.
      const error = 1.01 * this.#codes.errorOf(row) + 1.1 * axes.skew;
      this.#projections.put(row, { components, rest }, error);
    }
  }
}
