import { interleavedElements, queriesPerPass, type ScanKernel } from "./kernel/scan-kernel.ts";
import { type QuantisedQuery, quantiseQuery, similarityError } from "./quantise.ts";

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

/** Views of what lies at the start of the memory. */
interface Scratch {
  readonly buffer: ArrayBuffer;
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
    this.#scratch().queries.set(quantised.codes);
    const answer = this.#emptyAnswer(quantised, listed.owners);
    this.#forEachPart(listed, (from, count) => {
      this.#kernel.scanOne(this.#list, count, this.#paddedDimensions, 0, this.#out);
      this.#collect(answer, quantised.scale, { from, count, position: 0 });
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
    const answers: OwnerSimilarities[] = [];
    const whole = queries.length - (queries.length % queriesPerPass);
    for (let first = 0; first < whole; first += queriesPerPass) {
      answers.push(...this.#scanFour(queries.slice(first, first + queriesPerPass), listed));
    }
    for (const query of queries.slice(whole)) answers.push(this.scan(query, listed));
    return answers;
  }

  #scanFour(queries: readonly Float32Array[], listed: ListedRows): OwnerSimilarities[] {
    const quantised = queries.map((query) => quantiseQuery(query, this.#paddedDimensions));
    this.#interleave(quantised);
    const answers = quantised.map((query) => this.#emptyAnswer(query, listed.owners));
    this.#forEachPart(listed, (from, count) => {
      this.#kernel.scanFour(this.#list, count, this.#paddedDimensions, 0, this.#out);
      for (const [position, answer] of answers.entries()) {
        this.#collect(answer, quantised[position]?.scale ?? 0, { from, count, position });
      }
    });
    return answers;
  }

  #interleave(queries: readonly QuantisedQuery[]): void {
    const codes = this.#scratch().queries;
    for (const [position, query] of queries.entries()) {
      for (let element = 0; element < this.#paddedDimensions; element += interleavedElements) {
        const chunk = query.codes.subarray(element, element + interleavedElements);
        codes.set(chunk, element * queriesPerPass + position * interleavedElements);
      }
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

  /** Takes over the results of one call for the query in that position, scaled to cosines. */
  #collect(
    { background }: OwnerSimilarities,
    scale: number,
    { from, count, position }: { from: number; count: number; position: number },
  ): void {
    const { results } = this.#scratch();
    const first = position * count;
    for (let index = 0; index < count; index++) {
      background[from + index] = (results[first + index] ?? 0) * scale;
    }
  }

  #emptyAnswer(query: QuantisedQuery, owners: Uint32Array): OwnerSimilarities {
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
