import { firstRowOffset, interleavedElements, queriesPerPass, type ScanKernel } from "./scan-kernel.ts";

interface Views {
  readonly buffer: ArrayBuffer;
  readonly int8: Int8Array;
  readonly int16: Int16Array;
  readonly uint32: Uint32Array;
  readonly float32: Float32Array;
}

interface Group {
  readonly rows: number;
  /** Address of the first row's scale. */
  readonly scale: number;
  /** Address of the first row. */
  readonly row: number;
}

/** The kernel in plain JavaScript, for where WebAssembly or its SIMD is missing: slower, and the same to the bit. */
export class JavaScriptKernel implements ScanKernel {
  readonly kind = "javaScript";
  #views: Views = viewsOf(new ArrayBuffer(0));

  get buffer(): ArrayBuffer {
    return this.#views.buffer;
  }

  reserve(bytes: number): void {
    const old = this.#views;
    if (bytes <= old.buffer.byteLength) return;
    const size = Math.max(bytes, Math.ceil(old.buffer.byteLength * 1.5));
    this.#views = viewsOf(new ArrayBuffer(Math.ceil(size / 16) * 16));
    this.#views.int8.set(old.int8);
  }

  scanOne(list: number, count: number, dimensions: number, query: number, out: number): void {
    this.#scan(list, count, out, (row) => this.#dot(row, dimensions, query, interleavedElements * 2));
  }

  scanFour(list: number, count: number, dimensions: number, queries: number, out: number): void {
    const chunkBytes = interleavedElements * 2;
    for (let position = 0; position < queriesPerPass; position++) {
      const query = queries + position * chunkBytes;
      this.#scan(list, count, out + position * count * 8, (row) =>
        this.#dot(row, dimensions, query, chunkBytes * queriesPerPass),
      );
    }
  }

  #scan(list: number, count: number, out: number, dot: (row: number) => number): void {
    const { uint32, float32 } = this.#views;
    for (let index = 0; index < count; index++) {
      const block = uint32[(list >>> 2) + index] ?? 0;
      const counts = uint32[block >>> 2] ?? 0;
      const background = counts & 255;
      const wish = counts >>> 8;
      const row = block + firstRowOffset(background + wish);
      const { byteLength } = this.#views.buffer;
      const rowBytes = byteLength === 0 ? 0 : this.#rowBytes;
      const groups: readonly [Group, Group] = [
        { rows: background, scale: block + 4, row },
        { rows: wish, scale: block + 4 + 4 * background, row: row + background * rowBytes },
      ];
      float32[(out >>> 2) + index] = this.#best(groups[0], dot);
      float32[(out >>> 2) + count + index] = this.#best(groups[1], dot);
    }
  }
}
