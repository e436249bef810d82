/**
 * The innermost loop of an exact search, over memory of its own. All addresses are in bytes.
 *
 * A *row* begins at a multiple of 16, with 16 bytes of which the second four are a float32 scale; then come `dimensions`
 * int8 codes. A code times the scale is the value that it stands for.
 *
 * A *list* holds addresses of rows (uint32). Queries are int16. `dimensions` is a multiple of 32, and queries are small
 * enough that no sum leaves 32 bits (`quantiseQuery`).
 */
export interface ScanKernel {
  readonly kind: "webAssembly" | "javaScript";
  /** The memory: another object after each `reserve`. */
  readonly buffer: ArrayBufferLike;
  /** Makes the memory at least so many bytes long; what it holds stays. */
  reserve(bytes: number): void;
  /** For each of `count` listed rows its scaled dot product with the query: from `out` one float32 each. */
  scanOne(list: number, count: number, dimensions: number, query: number, out: number): void;
  /**
   * The same for four queries in one pass. They lie interleaved: 16 elements of each in turn. The results lie as from
   * four calls of `scanOne`, one after the other.
   */
  scanFour(list: number, count: number, dimensions: number, queries: number, out: number): void;
  /**
   * For each of `count` listed rows: whether its scaled dot product with the query is at least
   * `least`. From `out` for each that is: its position in the list (uint32), and the product (float32).
   *
   * @returns how many are.
   */
  selectRows(
    list: number,
    count: number,
    dimensions: number,
    query: number,
    least: number,
    out: number,
  ): number;
  /** The dot product of two float32 vectors in double precision. `elements` is a multiple of 4. */
  dotFloat(left: number, right: number, elements: number): number;
  /**
   * For each row of `fours` *fours*, one after the other from `first`: what its dot product with a query can be at most.
   * A four holds the projections of four rows on 32 axes (int8), then four float32 of each kind: their scales, the lengths
   * of what the axes do not hold, and their errors. At `query` lie 32 int16, then three float32: scale, rest and margin.
   * From `out` one float32 for each row: `product × (its scale × scale) + its rest × rest + (its error + margin)`.
   */
  boundProjections(first: number, fours: number, query: number, out: number): void;
}

/** Elements of a projection. */
export const projectedElements = 32;
/** Rows in a four, and the bytes that they take. */
export const rowsPerFour = 4;
export const bytesPerFour: number = rowsPerFour * (projectedElements + 12);
/** Bytes of a query for `boundProjections`, filled up to a multiple of 16. */
export const projectedQueryBytes = 80;

/** Queries that `scanFour` takes. */
export const queriesPerPass = 4;
/** Elements of one query that lie together in an interleaved block of queries. */
export const interleavedElements = 16;
/** Where the codes of a row lie, in bytes from its start, and where its scale. */
export const codesOffset = 16;
export const scaleOffset = 4;

/** Bytes of a row. */
export function rowBytes(dimensions: number): number {
  return codesOffset + dimensions;
}
