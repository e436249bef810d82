import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileKernel, scanKernel } from "../../assembly/compile.mjs";
import { dot } from "../../src/vector-index/check-vector.ts";
import { JavaScriptKernel } from "../../src/vector-index/kernel/javascript-kernel.ts";
import {
  codesOffset,
  rowBytes,
  type ScanKernel,
  scaleOffset,
} from "../../src/vector-index/kernel/scan-kernel.ts";
import { platformWebAssembly } from "../../src/vector-index/kernel/web-assembly.ts";
import { WebAssemblyKernel } from "../../src/vector-index/kernel/web-assembly-kernel.ts";
import { randomNumbers } from "./vectors.ts";

interface Scene {
  readonly seed: number;
  readonly dimensions: number;
  readonly rows: number;
}

const dimensionChoices = [32, 64, 96, 256, 352];
const scenes: fc.Arbitrary<Scene> = fc.record({
  seed: fc.nat(),
  dimensions: fc.constantFrom(...dimensionChoices),
  rows: fc.integer({ min: 1, max: 12 }),
});

const queriesAt = 0;
const listAt = 4 * 2 * Math.max(...dimensionChoices);
const outAt = listAt + 64;
const outBytes = 12 * 4 * 4;
const rowsAt = outAt + outBytes;

/** Writes a scene into a kernel's memory; the extreme codes ±127 and ±32767 are common in it. */
function write(kernel: ScanKernel, { seed, dimensions, rows }: Scene): void {
  const random = randomNumbers(seed);
  const code = (limit: number) => Math.round(Math.max(-1, Math.min(1, (random() - 0.5) * 3)) * limit);
  kernel.reserve(rowsAt + rows * rowBytes(dimensions));
  const queryLimit = Math.min(32_767, Math.floor((2 ** 31 - 1) / (127 * dimensions)));
  new Int16Array(kernel.buffer, queriesAt, 4 * dimensions).forEach((_, index, queries) => {
    queries[index] = code(queryLimit);
  });
  for (let row = 0; row < rows; row++) {
    const address = rowsAt + row * rowBytes(dimensions);
    new Uint32Array(kernel.buffer, listAt)[row] = address;
    new Float32Array(kernel.buffer, address + scaleOffset, 1)[0] = random() / 500;
    const codes = new Int8Array(kernel.buffer, address + codesOffset, dimensions);
    codes.forEach((_, element) => {
      codes[element] = code(127);
    });
  }
}

function results(kernel: ScanKernel, scene: Scene, queries: 1 | 4): number[] {
  write(kernel, scene);
  if (queries === 1) kernel.scanOne(listAt, scene.rows, scene.dimensions, queriesAt, outAt);
  else kernel.scanFour(listAt, scene.rows, scene.dimensions, queriesAt, outAt);
  return [...new Float32Array(kernel.buffer, outAt, scene.rows * queries)];
}

/** The same with none of the kernel's tricks, from the same memory. */
function oracle(kernel: ScanKernel, { dimensions, rows }: Scene, queries: 1 | 4): number[] {
  const all = new Int16Array(kernel.buffer, queriesAt, queries * dimensions);
  const list = new Uint32Array(kernel.buffer, listAt, rows);
  return Array.from({ length: queries }, (_, position) => position).flatMap((position) => {
    const query = all.filter((_, index) => Math.floor(index / 16) % queries === position);
    return Array.from(list, (address) => {
      const [scale = 0] = new Float32Array(kernel.buffer, address + scaleOffset, 1);
      const codes = new Int8Array(kernel.buffer, address + codesOffset, dimensions);
      const product = codes.reduce((sum, code, element) => sum + code * (query[element] ?? 0), 0);
      return Math.fround(Math.fround(product) * scale);
    });
  });
}

describe("the scan kernel", () => {
  it("is compiled from the source in assembly/", async () => {
    expect(readFileSync(scanKernel.target, "utf8")).toBe(await compileKernel(scanKernel));
  });

  const webAssembly = WebAssemblyKernel.create();
  it("runs in WebAssembly on this platform", () => {
    expect(webAssembly?.kind).toBe("webAssembly");
  });

  it("is absent where the platform has no WebAssembly SIMD", () => {
    const api = platformWebAssembly();
    if (api === undefined) throw new Error("this platform has no WebAssembly at all");
    const { Memory, Module, Instance } = api;
    expect(WebAssemblyKernel.create({ Memory, Module, Instance, validate: () => false })).toBeUndefined();
  });

  for (const queries of [1, 4] as const) {
    for (const kernel of [new JavaScriptKernel(), ...(webAssembly === undefined ? [] : [webAssembly])]) {
      it(`finds in ${kernel.kind} what a naive scan finds, to the bit, for ${queries} queries`, () => {
        fc.assert(
          fc.property(scenes, (scene) => {
            const found = results(kernel, scene, queries);
            expect(found).toEqual(oracle(kernel, scene, queries));
          }),
          { numRuns: 60 },
        );
      });
    }
  }

  for (const kernel of [new JavaScriptKernel(), ...(webAssembly === undefined ? [] : [webAssembly])]) {
    it(`selects in ${kernel.kind} the rows that are at least as near, in order`, () => {
      fc.assert(
        fc.property(scenes, fc.nat(11), (scene, chosen) => {
          const { dimensions, rows } = scene;
          write(kernel, scene);
          const products = oracle(kernel, scene, 1);
          const least = products[chosen % rows] ?? 0;
          const count = kernel.selectRows(listAt, rows, dimensions, queriesAt, least, outAt);
          const positions = new Uint32Array(kernel.buffer, outAt, 2 * count);
          const values = new Float32Array(kernel.buffer, outAt, 2 * count);
          const found = Array.from({ length: count }, (_, index) => [
            positions[2 * index],
            values[2 * index + 1],
          ]);
          expect(found).toEqual([...products.entries()].filter(([, product]) => product >= least));
        }),
        { numRuns: 60 },
      );
    });

    it(`multiplies float vectors in ${kernel.kind} as plain JavaScript does, to the bit`, () => {
      fc.assert(
        fc.property(fc.nat(), fc.constantFrom(0, 4, 32, 300), (seed, size) => {
          const random = randomNumbers(seed);
          kernel.reserve(8 * size);
          const both = new Float32Array(kernel.buffer, 0, 2 * size);
          both.forEach((_, index) => {
            both[index] = random() - 0.5;
          });
          expect(kernel.dotFloat(0, 4 * size, size)).toBe(dot(both.subarray(0, size), both.subarray(size)));
        }),
      );
    });
  }
});
