/** A vector and its weight in a sum. */
export interface WeightedVector {
  readonly vector: Float32Array;
  readonly weight: number;
}

/** The weighted sum of vectors, scaled to length 1; all zeros where the sum is zero or there is no vector. */
export function weightedSum(terms: readonly WeightedVector[], dimensions: number): Float32Array {
  const sum = new Float64Array(dimensions);
  for (const { vector, weight } of terms) {
    for (const [index, value] of vector.entries()) sum[index] = (sum[index] ?? 0) + weight * value;
  }
  const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0));
  return Float32Array.from(sum, (value) => (length > 0 ? value / length : 0));
}
