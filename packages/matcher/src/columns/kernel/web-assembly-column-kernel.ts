import {
  maximumPages,
  pageBytes,
  platformWebAssembly,
  type WebAssemblyApi,
  type WebAssemblyMemory,
} from "../../vector-index/kernel/web-assembly.ts";
import type {
  ColumnKernel,
  Margin,
  Narrowed,
  OutcomeWords,
  Point,
  Points,
  RuleCounts,
} from "./column-kernel.ts";
import { columnKernelModule } from "./column-kernel-module.ts";

/** Slots that are copied and worked on at a time: four float32 for each of them stay in a core's cache. */
const chunkSlots = 16_384;
const chunkWords = chunkSlots / 32;
const setBytes = chunkSlots / 8;
const chunkBytes = chunkSlots * 4;
/** One rule's counts: pass, unknown, remaining, open, settles. */
const countFields = 5;

type SelectByClass = (
  classes: number,
  words: number,
  outcomes: number,
  pass: number,
  unknown: number,
) => void;

interface Exports {
  readonly selectByClass16: SelectByClass;
  readonly selectByClass32: SelectByClass;
  selectNear(
    points: number,
    words: number,
    x: number,
    y: number,
    z: number,
    cosine: number,
    sine: number,
    inner: number,
    outer: number,
  ): void;
  narrow(
    visible: number,
    words: number,
    answers: number,
    counts: number,
    countsEnd: number,
    excludedUnknown: bigint,
    allowed: number,
    excludedOnce: number,
  ): void;
}

/** The kernel in WebAssembly SIMD. Columns are copied into its memory chunk by chunk, which costs little beside the work. */
export class WebAssemblyColumnKernel implements ColumnKernel {
  readonly kind = "webAssembly";
  readonly #memory: WebAssemblyMemory;
  readonly #exports: Exports;

  private constructor(api: WebAssemblyApi, bytes: Uint8Array) {
    this.#memory = new api.Memory({ initial: 8, maximum: maximumPages, shared: true });
    const module = new api.Module(bytes);
    this.#exports = new api.Instance(module, { kernel: { memory: this.#memory } }).exports as Exports;
  }

  /** The kernel, or nothing where this platform has no WebAssembly SIMD. */
  static create(
    api: WebAssemblyApi | undefined = platformWebAssembly(),
  ): WebAssemblyColumnKernel | undefined {
    return api?.validate(bytes) ? new WebAssemblyColumnKernel(api, bytes) : undefined;
  }

  selectByClass(classes: Uint16Array | Uint32Array, outcomes: Uint8Array): OutcomeWords {
    const passAt = chunkBytes;
    const unknownAt = passAt + setBytes;
    const outcomesAt = unknownAt + setBytes;
    this.#reserve(outcomesAt + outcomes.length);
    new Uint8Array(this.#memory.buffer, outcomesAt).set(outcomes);
    const { selectByClass16, selectByClass32 } = this.#exports;
    const select = classes instanceof Uint16Array ? selectByClass16 : selectByClass32;
    const pass = new Uint32Array(classes.length >>> 5);
    const unknown = new Uint32Array(classes.length >>> 5);
    for (let slot = 0; slot < classes.length; slot += chunkSlots) {
      const words = this.#write(0, classes, slot, chunkSlots) >>> 5;
      select(0, words, outcomesAt, passAt, unknownAt);
      this.#read(passAt, words, pass, slot >>> 5);
      this.#read(unknownAt, words, unknown, slot >>> 5);
    }
    return { pass, unknown };
  }

  selectNear({ x, y, z, limit }: Points, [toX, toY, toZ]: Point, { cosine, sine }: Margin) {
    const innerAt = 4 * chunkBytes;
    const outerAt = innerAt + setBytes;
    this.#reserve(outerAt + setBytes);
    const near = new Uint32Array(x.length >>> 5);
    const nearly = new Uint32Array(x.length >>> 5);
    for (let slot = 0; slot < x.length; slot += chunkSlots) {
      for (const [index, each] of [x, y, z, limit].entries())
        this.#write(index * chunkBytes, each, slot, chunkSlots);
      const words = Math.min(chunkSlots, x.length - slot) >>> 5;
      this.#exports.selectNear(0, words, toX, toY, toZ, cosine, sine, innerAt, outerAt);
      this.#read(innerAt, words, near, slot >>> 5);
      this.#read(outerAt, words, nearly, slot >>> 5);
    }
    return { inner: near, outer: nearly };
  }

  narrow(visible: Uint32Array, answers: readonly OutcomeWords[], excludesUnknown: boolean): Narrowed {
    const allowed = visible.slice();
    const excludedOnce = new Uint32Array(visible.length);
    if (answers.length === 0) return { allowed, excludedOnce, counts: [] };
    const answersAt = 3 * setBytes;
    const countsAt = answersAt + 2 * setBytes * answers.length;
    const countsEnd = countsAt + 4 * countFields * answers.length;
    this.#reserve(countsEnd);
    const counts = new Uint32Array(this.#memory.buffer, countsAt, countFields * answers.length).fill(0);
    for (let word = 0; word < visible.length; word += chunkWords) {
      const words = Math.min(chunkWords, visible.length - word);
      this.#write(0, visible, word, chunkWords);
      for (const [index, { pass, unknown }] of answers.entries()) {
        this.#write(answersAt + 2 * index * setBytes, pass, word, chunkWords);
        this.#write(answersAt + (2 * index + 1) * setBytes, unknown, word, chunkWords);
      }
      const excluded = excludesUnknown ? -1n : 0n;
      const pairs = (words + 1) >>> 1;
      this.#exports.narrow(0, pairs, answersAt, countsAt, countsEnd, excluded, setBytes, 2 * setBytes);
      this.#read(setBytes, words, allowed, word);
      this.#read(2 * setBytes, words, excludedOnce, word);
    }
    return { allowed, excludedOnce, counts: answers.map((_, index) => countsOf(counts, index)) };
  }

  /** Copies a chunk of an array, zeros after its end. @returns how many elements there were. */
  #write(
    address: number,
    source: Uint16Array | Uint32Array | Float32Array,
    from: number,
    length: number,
  ): number {
    const part = source.subarray(from, from + length);
    const place = viewLike(source, this.#memory.buffer, address, length);
    place.set(part);
    if (part.length < length) place.fill(0, part.length);
    return part.length;
  }

  #read(address: number, words: number, target: Uint32Array, at: number): void {
    target.set(new Uint32Array(this.#memory.buffer, address, words), at);
  }

  #reserve(size: number): void {
    const missing = Math.ceil(size / pageBytes) - this.#memory.buffer.byteLength / pageBytes;
    if (missing > 0) this.#memory.grow(missing);
  }
}

function viewLike(
  source: Uint16Array | Uint32Array | Float32Array,
  buffer: ArrayBufferLike,
  address: number,
  length: number,
): Uint16Array | Uint32Array | Float32Array {
  if (source instanceof Uint16Array) return new Uint16Array(buffer, address, length);
  if (source instanceof Uint32Array) return new Uint32Array(buffer, address, length);
  return new Float32Array(buffer, address, length);
}

function countsOf(fields: Uint32Array, rule: number): RuleCounts {
  const [pass = 0, unknown = 0, remaining = 0, open = 0, settles = 0] = fields.subarray(rule * countFields);
  return { pass, unknown, remaining, open, settles };
}

const bytes = Buffer.from(columnKernelModule, "base64");
