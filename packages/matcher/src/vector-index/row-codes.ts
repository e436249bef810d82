import type { ColumnImage } from "../columns/column-image.ts";
import { grown } from "./grown.ts";
import { codesOffset, rowBytes, type ScanKernel, scaleOffset } from "./kernel/scan-kernel.ts";
import { type QuantisedRow, quantiseRow } from "./quantise.ts";
import { runsOf } from "./runs-of.ts";
import { type CodeErrors, type ListedRows, Scanner } from "./scanner.ts";

const imageFormat = "int8 rows 1";

/**
 * One vector for each row as int8, in rows of the kernel that lie one after the other. A vector of zeros is a row like
 * any other: its similarity to everything is 0.
 */
export class RowCodes implements CodeErrors {
  readonly #kernel: ScanKernel;
  readonly #paddedDimensions: number;
  readonly #start: number;
  readonly #stride: number;
  /** The distance between each vector and what its codes stand for. */
  #errors = new Float32Array(64);
  #greatestError = 0;
  #end = 0;

  constructor(kernel: ScanKernel, paddedDimensions: number) {
    this.#kernel = kernel;
    this.#paddedDimensions = paddedDimensions;
    this.#start = Math.ceil(Scanner.scratchBytes(paddedDimensions) / 16) * 16;
    this.#stride = rowBytes(paddedDimensions);
    kernel.reserve(this.#start);
  }

  /** The first row after all that were ever put. */
  get end(): number {
    return this.#end;
  }

  errorOf(row: number): number {
    return this.#errors[row] ?? 0;
  }

  get bytes(): number {
    return this.#end * this.#stride + this.#errors.byteLength;
  }

  get greatestError(): number {
    return this.#greatestError;
  }

  /**
   * Makes room for rows below the given number, so that putting these can't fail.
   *
   * @throws JobbmatchError `indexFull`
   */
  reserve(rows: number): void {
    this.#kernel.reserve(this.#block(rows));
    this.#errors = grown(this.#errors, rows);
  }

  /** @throws JobbmatchError `indexFull`; nothing is changed then. */
  put(row: number, vector: Float32Array): void {
    this.putCodes(row, quantiseRow(vector, this.#paddedDimensions));
  }

  /** The same for codes as many as the padded dimensions. */
  putCodes(row: number, { codes, scale, error }: QuantisedRow): void {
    this.reserve(row + 1);
    const { buffer } = this.#kernel;
    const block = this.#block(row);
    new Float32Array(buffer, block + scaleOffset, 1)[0] = scale;
    new Int8Array(buffer, block + codesOffset, codes.length).set(codes);
    this.#errors[row] = error;
    this.#greatestError = Math.max(this.#greatestError, this.errorOf(row));
    this.#end = Math.max(this.#end, row + 1);
  }

  /** Copies what is in a row to another one, for which there must be room. */
  copy(from: number, to: number): void {
    const source = this.#block(from);
    new Uint8Array(this.#kernel.buffer).copyWithin(this.#block(to), source, source + this.#stride);
    this.#errors[to] = this.errorOf(from);
    this.#end = Math.max(this.#end, to + 1);
  }

  /** What is stored in a row. A view, valid until the memory grows. */
  codesOf(row: number): QuantisedRow {
    const { buffer } = this.#kernel;
    const block = this.#block(row);
    const [scale = 0] = new Float32Array(buffer, block + scaleOffset, 1);
    const codes = new Int8Array(buffer, block + codesOffset, this.#paddedDimensions);
    return { codes, scale, error: this.errorOf(row) };
  }

  /** What the codes of a row stand for. */
  valuesOf(row: number): Float32Array {
    const { codes, scale } = this.codesOf(row);
    return Float32Array.from(codes, (code) => code * scale);
  }

  /** The length of what the codes of a row stand for. */
  lengthOf(row: number): number {
    const { codes, scale } = this.codesOf(row);
    let squares = 0;
    for (let index = 0; index < codes.length; index++) {
      const code = codes[index] ?? 0;
      squares += code * code;
    }
    return Math.sqrt(squares) * scale;
  }

  /** The given rows, as a scanner takes them. */
  list(rows: Uint32Array): ListedRows {
    const addresses = new Uint32Array(rows.length);
    this.writeAddresses(rows, addresses);
    return { owners: rows, addresses };
  }

  /** Writes where the blocks of the given rows begin. */
  writeAddresses(rows: Uint32Array, addresses: Uint32Array): void {
    const [start, stride] = [this.#start, this.#stride];
    for (let index = 0; index < rows.length; index++) addresses[index] = start + (rows[index] ?? 0) * stride;
  }

  /** As `errorOf`, of each of the given rows. */
  errorsOf(rows: Uint32Array): Float32Array {
    const [errors, all] = [new Float32Array(rows.length), this.#errors];
    for (let index = 0; index < rows.length; index++) errors[index] = all[rows[index] ?? 0] ?? 0;
    return errors;
  }

  /** A copy of what is stored of the given rows, numbered anew in their order. */
  image(rows: Uint32Array): ColumnImage {
    const stride = this.#stride;
    const blocks = new Uint8Array(rows.length * stride);
    const errors = new Float32Array(rows.length);
    const { buffer } = this.#kernel;
    for (const { index, row, length } of runsOf(rows)) {
      blocks.set(new Uint8Array(buffer, this.#block(row), length * stride), index * stride);
      errors.set(this.#errors.subarray(row, row + length), index);
    }
    return { format: imageFormat, json: this.#paddedDimensions, arrays: { blocks, errors } };
  }

  /** Takes on what an image holds; to be called while nothing is stored. @returns whether it could. */
  restore({ format, json, arrays: { blocks, errors } }: ColumnImage): boolean {
    if (format !== imageFormat || json !== this.#paddedDimensions) return false;
    if (!(blocks instanceof Uint8Array && errors instanceof Float32Array)) return false;
    if (blocks.length !== errors.length * this.#stride) return false;
    this.reserve(errors.length);
    new Uint8Array(this.#kernel.buffer, this.#start, blocks.length).set(blocks);
    this.#errors.set(errors);
    this.#greatestError = errors.reduce((most, error) => Math.max(most, error), 0);
    this.#end = errors.length;
    return true;
  }

  #block(row: number): number {
    return this.#start + row * this.#stride;
  }
}
