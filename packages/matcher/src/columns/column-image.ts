/** What a column keeps by slot or by class of fact; written to a snapshot as it lies in memory. */
export type ColumnArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** The state of a column, so that it can be had again without reading any profile. */
export interface ColumnImage {
  /** Names what the image holds and how; another one is not understood. */
  readonly format: string;
  /** Plain data that survives `JSON.stringify` and `JSON.parse`. */
  readonly json: unknown;
  readonly arrays: Readonly<Record<string, ColumnArray>>;
}

/** A column whose state can be taken out and put back. */
export interface ImagedColumn {
  /**
   * The column's state. The arrays are views, valid until the next change. `undefined` when the facts cannot be written
   * down: then profiles have to be read again.
   */
  image(): ColumnImage | undefined;
  /**
   * Takes on the state of an image in place of its own. The arrays are copied.
   *
   * @returns whether it could; if not, nothing has changed and profiles have to be read again.
   */
  restore(image: ColumnImage): boolean;
}
