/** Numbers in the order of their dimensions, the last of which runs fastest: the shape of the library's tensors. */
export interface Numbers {
  readonly dims: readonly number[];
  /** Floats, or for a mask 64-bit integers. */
  readonly data: ArrayLike<unknown>;
}

/** The rows of a matrix, each scaled to length 1. */
export function rowsOf(matrix: Numbers): Float32Array[] {
  const [rows = 0, dimensions = 0] = matrix.dims;
  const data = Float32Array.from(matrix.data as ArrayLike<number>);
  return Array.from({ length: rows }, (_, row) =>
    normalised(data.slice(row * dimensions, (row + 1) * dimensions)),
  );
}

/**
 * Mean pooling for models whose graph leaves it to the caller.
 *
 * @param tokens texts × tokens × dimensions.
 * @param mask texts × tokens; 0 for padding.
 */
export function meanOfTokens(tokens: Numbers, mask: Numbers): Float32Array[] {
  const [rows = 0, length = 0, dimensions = 0] = tokens.dims;
  const values = tokens.data as ArrayLike<number>;
  return Array.from({ length: rows }, (_, row) => {
    const sum = new Float32Array(dimensions);
    for (let token = row * length; token < (row + 1) * length; token++) {
      if (Number(mask.data[token]) === 0) continue;
      for (let index = 0; index < dimensions; index++) {
        sum[index] = (sum[index] ?? 0) + (values[token * dimensions + index] ?? 0);
      }
    }
    return normalised(sum);
  });
}

/** Scales to length 1. A vector that is zero, or that a damaged model made infinite or NaN, becomes all zeros. */
function normalised(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  if (length === 0 || !Number.isFinite(length)) return vector.fill(0);
  for (let index = 0; index < vector.length; index++) vector[index] = (vector[index] ?? 0) / length;
  return vector;
}
