import { interleavedElements, queriesPerPass, type ScanKernel } from "./kernel/scan-kernel.ts";
import { type Quantised, quantiseQuery, similarityError } from "./quantise.ts";

/** Rows and their addresses in the kernel's memory. */
export interface ListedRows {
  readonly owners: Uint32Array;
  readonly addresses: Uint32Array;
}

/** The similarities of owners to one query, position by position. */
export interface OwnerSimilarities {
  readonly owners: Uint32Array;
  /** The cosine of each with the query. */
  readonly background: Float32Array;
  /** How far an owner's similarities can be from those of its float vectors, at most. */
  readonly errorOf: (owner: number) => number;
  /** The same, by how far the owner's codes are from its vectors. */
  readonly errorFor: (codeError: number) => number;
}

/** How far the codes of owners can be from their vectors. */
export interface CodeErrors {
  errorOf(owner: number): number;
}

/** What the kernel gives for some of the listed rows. */
export interface ScannedProducts {
  /** The query's position. */
  readonly query: number;
  /** The position of the first of the rows. */
  readonly from: number;
  /** Not scaled by the query. A view, valid until the next scan. */
  readonly products: Float32Array;
}

interface Scan {
  readonly listed: ListedRows;
  readonly take: (products: ScannedProducts) => void;
}

const noQuery: Quantised = { codes: new Int16Array(0), scale: 0, error: 0 };

/** Views of what lies at the start of the memory. */
interface Scratch {
  readonly buffer: ArrayBufferLike;
  readonly queries: Int16Array;
  readonly list: Uint32Array;
  readonly results: Float32Array;
}

/** Rows that one call of the kernel takes: small enough that their results stay in the cache. */
export const rowsPerCall = 1024;

/** Runs the kernel over listed rows, part by part, through a scratch area at the start of its memory. */
export class Scanner {
  readonly #kernel: ScanKernel;
  readonly #errors: CodeErrors;
  readonly #paddedDimensions: number;
  readonly #list: number;
  readonly #out: number;
  #views: Scratch | undefined;

  constructor(kernel: ScanKernel, errors: CodeErrors, paddedDimensions: number) {
    this.#kernel = kernel;
    this.#errors = errors;
    this.#paddedDimensions = paddedDimensions;
    this.#list = queriesPerPass * paddedDimensions * 2;
    this.#out = this.#list + rowsPerCall * 4;
    kernel.reserve(Scanner.scratchBytes(paddedDimensions));
  }

  /** Bytes at the start of the memory that no row may use: queries, list and results of one call. */
  static scratchBytes(paddedDimensions: number): number {
    return queriesPerPass * paddedDimensions * 2 + rowsPerCall * 4 * (1 + queriesPerPass);
  }

  scan(query: Float32Array, listed: ListedRows): OwnerSimilarities {
    const quantised = quantiseQuery(query, this.#paddedDimensions);
    const answer = this.#emptyAnswer(quantised, listed.owners);
    this.scanQuantised([quantised], listed, ({ from, products }) => {
      collect(answer.background, { scale: quantised.scale, from, products });
    });
    return answer;
  }

  /** The codes of the vector that `products` multiplies with. */
  setCodes(codes: Int8Array): void {
    this.#scratch().queries.set(codes);
  }

  /**
   * The products of the rows at some of the addresses with the codes that were set, in codes' terms: the vector's scale is
   * left out.
   *
   * @param until the position after the last, `rowsPerCall` after `from` at most.
   * @returns a view, valid until the next call; what comes after the last one means nothing.
   */
  products(addresses: Uint32Array, from: number, until: number): Float32Array {
    const { list, results } = this.#scratch();
    for (let index = from; index < until; index++) list[index - from] = addresses[index] ?? 0;
    this.#kernel.scanOne(this.#list, until - from, this.#paddedDimensions, 0, this.#out);
    return results;
  }

  scanMany(queries: readonly Float32Array[], listed: ListedRows): OwnerSimilarities[] {
    const quantised = queries.map((query) => quantiseQuery(query, this.#paddedDimensions));
    const answers = quantised.map((query) => this.#emptyAnswer(query, listed.owners));
    this.scanQuantised(quantised, listed, ({ query, from, products }) => {
      const answer = answers[query]?.background;
      const scale = quantised[query]?.scale ?? 0;
      if (answer !== undefined) collect(answer, { scale, from, products });
    });
    return answers;
  }

  /** The products of all listed rows with queries of as many codes as the padded dimensions: those of rows will do. */
  scanQuantised(
    queries: readonly Quantised[],
    listed: ListedRows,
    take: (products: ScannedProducts) => void,
  ): void {
    const whole = queries.length - (queries.length % queriesPerPass);
    for (let first = 0; first < whole; first += queriesPerPass)
      this.#scanFour(queries, first, { listed, take });
    for (let query = whole; query < queries.length; query++) this.#scanOne(queries, query, { listed, take });
  }

  #scanOne(queries: readonly Quantised[], query: number, { listed, take }: Scan): void {
    const { codes } = queries[query] ?? noQuery;
    this.#scratch().queries.set(codes);
    this.#forEachPart(listed, (from, count) => {
      this.#kernel.scanOne(this.#list, count, this.#paddedDimensions, 0, this.#out);
      take({ query, from, products: this.#scratch().results.subarray(0, count) });
    });
  }

  #scanFour(queries: readonly Quantised[], first: number, { listed, take }: Scan): void {
    for (let position = 0; position < queriesPerPass; position++) {
      this.#interleave(queries[first + position] ?? noQuery, position);
    }
    this.#forEachPart(listed, (from, count) => {
      this.#kernel.scanFour(this.#list, count, this.#paddedDimensions, 0, this.#out);
      const { results } = this.#scratch();
      for (let position = 0; position < queriesPerPass; position++) {
        const products = results.subarray(position * count, (position + 1) * count);
        take({ query: first + position, from, products });
      }
    });
  }

  /** Writes a query's codes where the kernel looks for those of the query in that position. */
  #interleave({ codes }: Quantised, position: number): void {
    const { queries } = this.#scratch();
    let place = position * interleavedElements;
    for (let element = 0; element < codes.length; element++) {
      queries[place++] = codes[element] ?? 0;
      if (place % interleavedElements === 0) place += (queriesPerPass - 1) * interleavedElements;
    }
  }

  #forEachPart({ addresses }: ListedRows, scanPart: (from: number, count: number) => void): void {
    const { list } = this.#scratch();
    for (let from = 0; from < addresses.length; from += rowsPerCall) {
      const part = addresses.subarray(from, from + rowsPerCall);
      list.set(part);
      scanPart(from, part.length);
    }
  }

  #emptyAnswer(query: Quantised, owners: Uint32Array): OwnerSimilarities {
    const errorFor = similarityError(query);
    return {
      owners,
      background: new Float32Array(owners.length),
      errorOf: (owner) => errorFor(this.#errors.errorOf(owner)),
      errorFor,
    };
  }

  /** The views, made anew when the memory has grown. */
  #scratch(): Scratch {
    const { buffer } = this.#kernel;
    if (this.#views?.buffer === buffer) return this.#views;
    this.#views = {
      buffer,
      queries: new Int16Array(buffer, 0, queriesPerPass * this.#paddedDimensions),
      list: new Uint32Array(buffer, this.#list, rowsPerCall),
      results: new Float32Array(buffer, this.#out, rowsPerCall * queriesPerPass),
    };
    return this.#views;
  }
}

/** Takes over products, scaled to cosines. */
function collect(
  cosines: Float32Array,
  { scale, from, products }: { scale: number; from: number; products: Float32Array },
): void {
  for (let index = 0; index < products.length; index++)
    cosines[from + index] = (products[index] ?? 0) * scale;
}
