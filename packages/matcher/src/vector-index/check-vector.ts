import { JobbmatchError } from "@jobbmatch/shared";

/** How far a vector's length may be from 1: room for float16 embeddings, not for a forgotten normalisation. */
const lengthTolerance = 0.01;

/**
 * Lets only finite vectors of length 1 pass.
 *
 * @throws JobbmatchError `invalidVector`
 */
export function checkUnitVector(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions) {
    throw invalidVector(`a vector has ${vector.length} dimensions, the index has ${dimensions}`);
  }
  const length = Math.sqrt(dot(vector, vector));
  if (!Number.isFinite(length)) throw invalidVector("a vector holds a value that is not finite");
  if (Math.abs(length - 1) > lengthTolerance) {
    throw invalidVector(`a vector has length ${length.toPrecision(3)}; the index takes length 1`);
  }
}

/** The dot product in double precision: the exact similarity of two vectors of length 1. */
export function dot(left: Float32Array, right: Float32Array): number {
  // Four sums that don't wait for each other: four times as fast as one.
  let [first, second, third, fourth] = [0, 0, 0, 0];
  let index = 0;
  for (; index + 3 < left.length; index += 4) {
    first += (left[index] ?? 0) * (right[index] ?? 0);
    second += (left[index + 1] ?? 0) * (right[index + 1] ?? 0);
    third += (left[index + 2] ?? 0) * (right[index + 2] ?? 0);
    fourth += (left[index + 3] ?? 0) * (right[index + 3] ?? 0);
  }
  for (; index < left.length; index++) first += (left[index] ?? 0) * (right[index] ?? 0);
  return first + second + (third + fourth);
}

export function invalidVector(message: string): JobbmatchError {
  return new JobbmatchError({ code: "invalidVector", message });
}
