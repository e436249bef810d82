/** A vector as codes: code × scale stands for the value. */
export interface Quantised {
  readonly codes: Int8Array | Int16Array;
  readonly scale: number;
  /** Euclidean distance between the vector and what the codes stand for. */
  readonly error: number;
}

/** A vector as int8 codes. */
export interface QuantisedRow extends Quantised {
  readonly codes: Int8Array;
}

/** A query as int16 codes. */
export interface QuantisedQuery extends Quantised {
  readonly codes: Int16Array;
}

/** The greatest code of a row. -128 is not used, so that the codes are symmetric. */
const rowLimit = 127;
/** The greatest sum of products that 32 bits hold. */
const sumLimit = 2 ** 31 - 1;

/** Room for what float32 rounds away in the kernel and where its results are scaled: a few times 2⁻²⁴. */
const roundingError = 1e-6;

/** How far the dot product of a query's codes and a row's can be from that of the vectors. */
export interface SimilarityErrors {
  /** Whatever the row is. */
  readonly always: number;
  /** For each unit of the row's own error. */
  readonly perRowError: number;
}

/**
 * By Cauchy–Schwarz |q·v − q′·v′| ≤ |q − q′|·|v| + |q′|·|v − v′|, and no vector is longer than 1.01.
 */
export function similarityErrors({ codes, scale, error }: Quantised): SimilarityErrors {
  let squares = 0;
  for (let index = 0; index < codes.length; index++) squares += (codes[index] ?? 0) ** 2;
  return { always: error * 1.01 + roundingError, perRowError: Math.sqrt(squares) * scale };
}

/** `similarityErrors` by the row's error. */
export function similarityError(query: Quantised): (rowError: number) => number {
  const { always, perRowError } = similarityErrors(query);
  return (rowError) => always + perRowError * rowError;
}

/** Each row has a scale of its own: its greatest element becomes ±127. `paddedLength` ≥ the vector's length. */
export function quantiseRow(vector: Float32Array, paddedLength: number): QuantisedRow {
  const codes = new Int8Array(paddedLength);
  const { scale, error } = quantise(vector, codes, rowLimit);
  return { codes, scale, error };
}

/** A query keeps 16 bits, which costs the scan nothing, as long as no sum can leave 32 bits. */
export function quantiseQuery(vector: Float32Array, paddedLength: number): QuantisedQuery {
  const codes = new Int16Array(paddedLength);
  const limit = Math.min(2 ** 15 - 1, Math.floor(sumLimit / (rowLimit * vector.length)));
  const { scale, error } = quantise(vector, codes, limit);
  return { codes, scale, error };
}

function quantise(
  vector: Float32Array,
  codes: Int8Array | Int16Array,
  limit: number,
): { scale: number; error: number } {
  // Loops by index and plain comparisons: `for … of`, Math.max, Math.min and Math.round take several times as long.
  let greatest = 0;
  for (let index = 0; index < vector.length; index++) {
    const size = Math.abs(vector[index] ?? 0);
    if (size > greatest) greatest = size;
  }
  // The next smaller float32 could push the greatest element past the limit; the codes are clamped for that.
  const scale = Math.fround(greatest / limit);
  // Nothing but zeros, or so near to them that no code stands for them; a vector's first elements alone can be.
  if (scale === 0) return { scale, error: greatest * Math.sqrt(vector.length) };
  let squares = 0;
  for (let index = 0; index < vector.length; index++) {
    const value = vector[index] ?? 0;
    let code = Math.floor(value / scale + 0.5);
    if (code > limit) code = limit;
    else if (code < -limit) code = -limit;
    codes[index] = code;
    const rest = value - code * scale;
    squares += rest * rest;
  }
  return { scale, error: Math.sqrt(squares) };
}
