/** Rounds of subspace iteration; what is left to gain after these is less than a hundredth of the length. */
const rounds = 12;

/**
 * The directions along which vectors are longest on average: the eigenvectors of their second moments with the greatest
 * eigenvalues, by subspace iteration. Always the same for the same vectors.
 *
 * @param vectors one after the other, `dimensions` elements each.
 * @returns `count` orthogonal vectors of length 1, or as many as there are dimensions.
 */
export function principalAxes(vectors: Float32Array, dimensions: number, count: number): Float32Array[] {
  const moments = secondMoments(vectors, dimensions);
  let axes = orthonormalised(startingAxes(dimensions, Math.min(count, dimensions)));
  for (let round = 0; round < rounds; round++) {
    axes = orthonormalised(axes.map((axis) => productOf(moments, axis)));
  }
  return axes.map((axis) => Float32Array.from(axis));
}

function secondMoments(vectors: Float32Array, dimensions: number): Float64Array {
  const moments = new Float64Array(dimensions * dimensions);
  for (let start = 0; start < vectors.length; start += dimensions) {
    addProducts(moments, vectors.subarray(start, start + dimensions));
  }
  for (let row = 0; row < dimensions; row++) {
    for (let column = 0; column < row; column++) {
      moments[row * dimensions + column] = moments[column * dimensions + row] ?? 0;
    }
  }
  return moments;
}

/** Adds a vector's products to the upper half; the moments are symmetric. */
function addProducts(moments: Float64Array, vector: Float32Array): void {
  const size = vector.length;
  for (let row = 0; row < size; row++) {
    const factor = vector[row] ?? 0;
    const at = row * size;
    for (let column = row; column < size; column++) {
      moments[at + column] = (moments[at + column] ?? 0) + factor * (vector[column] ?? 0);
    }
  }
}

/** Directions that have something of everything, from a fixed sequence of pseudo-random numbers. */
function startingAxes(dimensions: number, count: number): Float64Array[] {
  let state = 1;
  return Array.from({ length: count }, () =>
    Float64Array.from({ length: dimensions }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32 - 0.5;
    }),
  );
}

function productOf(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const product = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let column = 0; column < size; column++) {
      sum += (matrix[row * size + column] ?? 0) * (vector[column] ?? 0);
    }
    product[row] = sum;
  }
  return product;
}

/** By the modified Gram–Schmidt process, twice, since once loses too many digits; what has no direction left becomes zero. */
function orthonormalised(vectors: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = vector.slice();
    const before = lengthOf(rest);
    for (const axis of [...done, ...done]) subtractAlong(rest, axis);
    const length = lengthOf(rest);
    const scale = length > before * 1e-9 ? 1 / length : 0;
    done.push(rest.map((element) => element * scale));
  }
  return done;
}

function subtractAlong(vector: Float64Array, axis: Float64Array): void {
  const along = dotOf(vector, axis);
  for (let index = 0; index < vector.length; index++) {
    vector[index] = (vector[index] ?? 0) - along * (axis[index] ?? 0);
  }
}

function lengthOf(vector: Float64Array): number {
  return Math.sqrt(dotOf(vector, vector));
}

function dotOf(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}
