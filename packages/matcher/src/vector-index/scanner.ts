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
}

/** How far the codes of owners can be from their vectors. */
export interface CodeErrors {
  errorOf(owner: number): number;
}

/** Rows that one call of the kernel takes: small enough that their results stay in the cache. */
const rowsPerCall = 1024;
/** Runs the kernel over listed rows, part by part, through a scratch area at the start of its memory. */
export class Scanner {
  readonly #kernel: ScanKernel;
  readonly #errors: CodeErrors;
  readonly #paddedDimensions: number;
  readonly #list: number;
  readonly #out: number;

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
    new Int16Array(this.#kernel.buffer, 0, this.#paddedDimensions).set(quantised.codes);
    const answer = this.#emptyAnswer(quantised, listed.owners);
    this.#forEachPart(listed, (from, count) => {
      this.#kernel.scanOne(this.#list, count, this.#paddedDimensions, 0, this.#out);
      this.#collect(answer, quantised.scale, { from, count, position: 0 });
    });
    return answer;
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
    const codes = new Int16Array(this.#kernel.buffer, 0, queriesPerPass * this.#paddedDimensions);
    for (const [position, query] of queries.entries()) {
      for (let element = 0; element < this.#paddedDimensions; element += interleavedElements) {
        const chunk = query.codes.subarray(element, element + interleavedElements);
        codes.set(chunk, element * queriesPerPass + position * interleavedElements);
      }
    }
  }

  #forEachPart({ addresses }: ListedRows, scanPart: (from: number, count: number) => void): void {
    const list = new Uint32Array(this.#kernel.buffer, this.#list, rowsPerCall);
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
    const results = new Float32Array(this.#kernel.buffer, this.#out + position * count * 4, count);
    for (let index = 0; index < count; index++) {
      background[from + index] = (results[index] ?? 0) * scale;
    }
  }

  #emptyAnswer(query: QuantisedQuery, owners: Uint32Array): OwnerSimilarities {
    const errorFor = similarityError(query);
    return {
      owners,
      background: new Float32Array(owners.length),
      errorOf: (owner) => errorFor(this.#errors.errorOf(owner)),
    };
  }
}
