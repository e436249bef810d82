import { principalAxes } from "./principal-axes.ts";
import type { Projection } from "./projection-bounds.ts";
import { quantiseQuery } from "./quantise.ts";

/** Room for what float32 rounds away in squared lengths. */
const roundingError = 1e-6;

/** Some axes, nearly orthogonal and of length 1, on which vectors are projected. */
export class ProjectionAxes {
  /** The axes as queries of a scan. */
  readonly queries: readonly Float32Array[];
  /** The axes as the scan sees them: rounded to 16 bits. */
  readonly #axes: readonly Float64Array[];
  /** How far the axes are from being orthogonal and of length 1 (Frobenius norm). */
  readonly skew: number;

  private constructor(queries: readonly Float32Array[]) {
    this.queries = queries;
    this.#axes = queries.map((query) => {
      const { codes, scale } = quantiseQuery(query, query.length);
      return Float64Array.from(codes, (code) => code * scale);
    });
    this.skew = skewOf(this.#axes);
  }

  /** The axes along which the given vectors are longest. */
  static learn(vectors: readonly Float32Array[], count: number): ProjectionAxes {
    const dimensions = vectors[0]?.length ?? 0;
    const matrix = new Float32Array(vectors.length * dimensions);
    for (let index = 0; index < vectors.length; index++) matrix.set(vectors[index] ?? [], index * dimensions);
    const axes = principalAxes(matrix, dimensions, count);
    return new ProjectionAxes(axes.filter((axis) => axis.some((element) => element !== 0)));
  }

  /** The axes of a matrix that `matrix` gave. */
  static of(matrix: Float32Array, dimensions: number): ProjectionAxes {
    return new ProjectionAxes(
      Array.from({ length: matrix.length / dimensions }, (_, axis) =>
        matrix.slice(axis * dimensions, (axis + 1) * dimensions),
      ),
    );
  }

  /** The axes one after the other. */
  get matrix(): Float32Array {
    return Float32Array.from(this.queries.flatMap((query) => [...query]));
  }

  /** A query's components along the axes. */
  projectionOf(query: Float32Array): Projection {
    const rest = Float64Array.from(query);
    const components = Float32Array.from(this.#axes, (axis) => product(axis, query));
    for (let index = 0; index < components.length; index++) {
      const axis = this.#axes[index] ?? rest;
      for (let element = 0; element < rest.length; element++) {
        rest[element] = (rest[element] ?? 0) - (components[index] ?? 0) * (axis[element] ?? 0);
      }
    }
    return { components, rest: Math.sqrt(product(rest, rest)) * (1 + roundingError) };
  }

  /** The most that the axes can leave out of a vector of the given length with the given components along them. */
  restOf(components: Float32Array, length: number): number {
    let held = 0;
    for (let index = 0; index < components.length; index++) held += (components[index] ?? 0) ** 2;
    return Math.sqrt(Math.max(0, length * length - held * (1 - this.skew)) + roundingError);
  }
}

function skewOf(axes: readonly Float64Array[]): number {
  let squares = 0;
  for (const [row, left] of axes.entries()) {
    for (const [column, right] of axes.entries()) {
      squares += (product(left, right) - (row === column ? 1 : 0)) ** 2;
    }
  }
  return Math.sqrt(squares);
}

function product(left: Float64Array, right: Float64Array | Float32Array): number {
  let sum = 0;
  for (let index = 0; index < right.length; index++) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}
