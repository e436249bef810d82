import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Random } from "./random.ts";

export const dimensions = 256;
/** The results of each query, as in every cell of the table. */
export const k = 20;
/** Shares of the vectors that pass the filter. */
export const shares = [1, 0.5, 0.1, 0.02, 0.005, 0.001] as const;

/** Vectors, queries and filters of one size; vector `i` passes the filter of a share if `ranks[i] < share`. */
export interface Fixture {
  readonly size: number;
  readonly vectors: readonly Float32Array[];
  readonly queries: readonly Float32Array[];
  readonly ranks: Float32Array;
}

const seed = 20_260_101;
/** Occupation fields, occupations in each, titles in each: cosines of about 0.3, 0.55 and 0.75 within them. */
const levels = [
  { branches: 40, weight: 1 },
  { branches: 12, weight: 0.9 },
  { branches: 10, weight: 0.8 },
] as const;
const noise = 0.9;

/** Vectors that lie as labour-market texts do: fields, occupations and titles, a few of them very common. */
export function loadFixture(size: number, queryCount: number, cache: string): Fixture {
  const random = new Random(seed);
  const centres = createCentres(random);
  const queries = Array.from({ length: queryCount }, () => draw(random, centres));
  const matrix = cachedMatrix(size, centres, cache);
  const vectors = Array.from({ length: size }, (_, row) =>
    matrix.subarray(row * dimensions, (row + 1) * dimensions),
  );
  const ranksRandom = new Random(seed + 2);
  const ranks = Float32Array.from({ length: size }, () => ranksRandom.uniform());
  return { size, vectors, queries, ranks };
}

function cachedMatrix(size: number, centres: readonly Float32Array[], cache: string): Float32Array {
  const file = join(cache, `vectors-${seed}-${size}.f32`);
  if (existsSync(file)) {
    const bytes = readFileSync(file);
    return new Float32Array(bytes.buffer, bytes.byteOffset, size * dimensions);
  }
  const random = new Random(seed + 1);
  const matrix = new Float32Array(size * dimensions);
  for (let row = 0; row < size; row++) matrix.set(draw(random, centres), row * dimensions);
  mkdirSync(cache, { recursive: true });
  writeFileSync(`${file}.part`, new Uint8Array(matrix.buffer));
  renameSync(`${file}.part`, file);
  return matrix;
}

function createCentres(random: Random): Float32Array[] {
  let centres: Float32Array[] = [new Float32Array(dimensions)];
  for (const { branches, weight } of levels) {
    centres = centres.flatMap((parent) =>
      Array.from({ length: branches }, () => {
        const offset = normalised(Float32Array.from(parent, () => random.normal()));
        return parent.map((value, index) => value + weight * (offset[index] ?? 0));
      }),
    );
  }
  return centres;
}

/** A vector near a centre; the first centres are drawn far more often than the last. */
function draw(random: Random, centres: readonly Float32Array[]): Float32Array {
  const centre = centres[Math.floor(centres.length * random.uniform() ** 2)] ?? new Float32Array(dimensions);
  const scale = noise / Math.sqrt(dimensions);
  return normalised(centre.map((value) => value + scale * random.normal()));
}

function normalised(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  return vector.map((value) => value / length);
}

/** The true first k of each query for each share, from float vectors in double precision. */
export function exactAnswers({ vectors, queries, ranks }: Fixture): ReadonlySet<number>[][] {
  return queries.map((query) => {
    const similarities = Float64Array.from(vectors, (vector) => dot(query, vector));
    return shares.map((share) => new Set(topRows(similarities, ranks, share)));
  });
}

function topRows(similarities: Float64Array, ranks: Float32Array, share: number): number[] {
  const best: { row: number; similarity: number }[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < similarities.length; row++) {
    const similarity = similarities[row] ?? 0;
    if ((ranks[row] ?? 1) >= share || (best.length === k && similarity <= least)) continue;
    best.push({ row, similarity });
    best.sort((a, b) => b.similarity - a.similarity || a.row - b.row);
    best.length = Math.min(best.length, k);
    least = best.at(-1)?.similarity ?? least;
  }
  return best.map(({ row }) => row);
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}
