import { dot } from "../check-vector.ts";
import { grownBuffer } from "./growing-memory.ts";
import {
  bytesPerFour,
  codesOffset,
  interleavedElements,
  projectedElements,
  queriesPerPass,
  rowsPerFour,
  type ScanKernel,
  scaleOffset,
} from "./scan-kernel.ts";

interface Views {
  readonly buffer: ArrayBuffer;
  readonly int8: Int8Array;
  readonly int16: Int16Array;
  readonly uint32: Uint32Array;
  readonly float32: Float32Array;
}

/** Where one query lies, in elements of 16 bits, and how far each 16 of its elements are from the next 16. */
interface QueryPlace {
  readonly first: number;
  readonly stride: number;
}

/** The kernel in plain JavaScript, for where WebAssembly or its SIMD is missing: slower, and the same to the bit. */
export class JavaScriptKernel implements ScanKernel {
  readonly kind = "javaScript";
  #views: Views = viewsOf(new ArrayBuffer(0));

  get buffer(): ArrayBuffer {
    return this.#views.buffer;
  }

  reserve(bytes: number): void {
    const grown = grownBuffer(this.buffer, bytes);
    if (grown !== this.buffer) this.#views = viewsOf(grown);
  }

  scanOne(list: number, count: number, dimensions: number, query: number, out: number): void {
    this.#scan(list, count, dimensions, { first: query >>> 1, stride: interleavedElements }, out);
  }

  scanFour(list: number, count: number, dimensions: number, queries: number, out: number): void {
    for (let position = 0; position < queriesPerPass; position++) {
      const first = (queries >>> 1) + position * interleavedElements;
      const place = { first, stride: interleavedElements * queriesPerPass };
      this.#scan(list, count, dimensions, place, out + position * count * 4);
    }
  }

  selectRows(
    list: number,
    count: number,
    dimensions: number,
    query: number,
    least: number,
    out: number,
  ): number {
    const { uint32, float32 } = this.#views;
    const place = { first: query >>> 1, stride: interleavedElements };
    let found = 0;
    for (let index = 0; index < count; index++) {
      const similarity = this.#similarity(uint32[(list >>> 2) + index] ?? 0, dimensions, place);
      if (similarity < Math.fround(least)) continue;
      uint32[(out >>> 2) + 2 * found] = index;
      float32[(out >>> 2) + 2 * found + 1] = similarity;
      found += 1;
    }
    return found;
  }

  dotFloat(left: number, right: number, elements: number): number {
    const { buffer } = this.#views;
    return dot(new Float32Array(buffer, left, elements), new Float32Array(buffer, right, elements));
  }

  boundProjections(first: number, fours: number, query: number, out: number): void {
    const { float32 } = this.#views;
    const round = Math.fround;
    const place = { first: query >>> 1, stride: interleavedElements };
    const factors = (query + 2 * projectedElements) >>> 2;
    const [scale = 0, rest = 0, margin = 0] = float32.subarray(factors, factors + 3);
    for (let row = 0; row < fours * rowsPerFour; row++) {
      const lane = row % rowsPerFour;
      const four = first + ((row - lane) / rowsPerFour) * bytesPerFour;
      const own = ((four + rowsPerFour * projectedElements) >>> 2) + lane;
      const product = round(this.#dot(four + lane * projectedElements, projectedElements, place));
      const near = round(product * round((float32[own] ?? 0) * scale));
      const far = round((float32[own + rowsPerFour] ?? 0) * rest);
      const unsure = round((float32[own + 2 * rowsPerFour] ?? 0) + margin);
      float32[(out >>> 2) + row] = round(round(near + far) + unsure);
    }
  }

  #scan(list: number, count: number, dimensions: number, query: QueryPlace, out: number): void {
    const { uint32, float32 } = this.#views;
    for (let index = 0; index < count; index++) {
      const row = uint32[(list >>> 2) + index] ?? 0;
      float32[(out >>> 2) + index] = this.#similarity(row, dimensions, query);
    }
  }

  #similarity(row: number, dimensions: number, query: QueryPlace): number {
    const scale = this.#views.float32[(row + scaleOffset) >>> 2] ?? 0;
    return Math.fround(Math.fround(this.#dot(row + codesOffset, dimensions, query)) * scale);
  }

  #dot(row: number, dimensions: number, { first, stride }: QueryPlace): number {
    const { int8, int16 } = this.#views;
    let sum = 0;
    for (let chunk = 0; chunk * interleavedElements < dimensions; chunk++) {
      const left = row + chunk * interleavedElements;
      const right = first + chunk * stride;
      for (let element = 0; element < interleavedElements; element++) {
        sum += (int8[left + element] ?? 0) * (int16[right + element] ?? 0);
      }
    }
    return sum;
  }
}

function viewsOf(buffer: ArrayBuffer): Views {
  return {
    buffer,
    int8: new Int8Array(buffer),
    int16: new Int16Array(buffer),
    uint32: new Uint32Array(buffer),
    float32: new Float32Array(buffer),
  };
}
