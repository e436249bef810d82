/** A vector and its weight in a sum. */
export interface WeightedVector {
  readonly vector: Float32Array;
  readonly weight: number;
}

/** The weighted sum of vectors, scaled to length 1; all zeros where the sum is zero or there is no vector. */
export function weightedSum(terms: readonly WeightedVector[], dimensions: number): Float32Array {
  const sum = new Float64Array(dimensions);
  for (const { vector, weight } of terms) {
    for (let index = 0; index < dimensions; index++) {
      sum[index] = (sum[index] ?? 0) + weight * (vector[index] ?? 0);
    }
  }
  let squares = 0;
  for (let index = 0; index < dimensions; index++) squares += (sum[index] ?? 0) ** 2;
  const length = Math.sqrt(squares);
  const scaled = new Float32Array(dimensions);
  if (length === 0) return scaled;
  for (let index = 0; index < dimensions; index++) scaled[index] = (sum[index] ?? 0) / length;
  return scaled;
}
