import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileKernel, scanKernel } from "../../assembly/compile.mjs";
import { dot } from "../../src/vector-index/check-vector.ts";
import { JavaScriptKernel } from "../../src/vector-index/kernel/javascript-kernel.ts";
import { blockBytes, firstRowOffset, type ScanKernel } from "../../src/vector-index/kernel/scan-kernel.ts";
import { platformWebAssembly } from "../../src/vector-index/kernel/web-assembly.ts";
import { WebAssemblyKernel } from "../../src/vector-index/kernel/web-assembly-kernel.ts";
import { randomNumbers } from "./vectors.ts";

interface Scene {
  readonly seed: number;
  readonly dimensions: number;
  readonly blocks: readonly { readonly background: number; readonly wish: number }[];
}

const dimensionChoices = [32, 64, 96, 256, 352];
const scenes: fc.Arbitrary<Scene> = fc.record({
  seed: fc.nat(),
  dimensions: fc.constantFrom(...dimensionChoices),
  blocks: fc.array(fc.record({ background: fc.nat(4), wish: fc.nat(4) }), { minLength: 1, maxLength: 12 }),
});

const queriesAt = 0;
const listAt = 4 * 2 * Math.max(...dimensionChoices);
const outAt = listAt + 64;
const outBytes = 12 * 2 * 4 * 4;
const blocksAt = outAt + outBytes;

/** Writes a scene into a kernel's memory; the extreme codes ±127 and ±32767 are common in it. */
function write(kernel: ScanKernel, { seed, dimensions, blocks }: Scene): void {
  const random = randomNumbers(seed);
  const code = (limit: number) => Math.round(Math.max(-1, Math.min(1, (random() - 0.5) * 3)) * limit);
  kernel.reserve(blocksAt + blocks.length * blockBytes(8, dimensions));
  const queryLimit = Math.min(32_767, Math.floor((2 ** 31 - 1) / (127 * dimensions)));
  new Int16Array(kernel.buffer, queriesAt, 4 * dimensions).forEach((_, index, queries) => {
    queries[index] = code(queryLimit);
  });
  let address = blocksAt;
  for (const [index, { background, wish }] of blocks.entries()) {
    const rows = background + wish;
    new Uint32Array(kernel.buffer, listAt)[index] = address;
    new Uint32Array(kernel.buffer, address)[0] = background + 256 * wish;
    const scales = new Float32Array(kernel.buffer, address + 4, rows);
    scales.forEach((_, row) => {
      scales[row] = random() / 500;
    });
    const codes = new Int8Array(kernel.buffer, address + firstRowOffset(rows), rows * dimensions);
    codes.forEach((_, element) => {
      codes[element] = code(127);
    });
    address += blockBytes(rows, dimensions);
  }
}

function results(kernel: ScanKernel, scene: Scene, queries: 1 | 4): number[] {
  write(kernel, scene);
  const count = scene.blocks.length;
  if (queries === 1) kernel.scanOne(listAt, count, scene.dimensions, queriesAt, outAt);
  else kernel.scanFour(listAt, count, scene.dimensions, queriesAt, outAt);
  return [...new Float32Array(kernel.buffer, outAt, count * 2 * queries)];
}

/** The same with none of the kernel's tricks, from the same memory. */
function oracle(kernel: ScanKernel, { dimensions, blocks }: Scene, queries: 1 | 4): number[] {
  const all = new Int16Array(kernel.buffer, queriesAt, queries * dimensions);
  const queryOf = (position: number) =>
    all.filter((_, index) => Math.floor(index / 16) % queries === position);
  const list = new Uint32Array(kernel.buffer, listAt, blocks.length);
  const best = (query: Int16Array, block: number, rows: number, from: number, until: number) => {
    const scales = new Float32Array(kernel.buffer, block + 4, rows);
    return Array.from({ length: until - from }, (_, index) => from + index).reduce((most, row) => {
      const codes = new Int8Array(kernel.buffer, block + firstRowOffset(rows) + row * dimensions, dimensions);
      const product = codes.reduce((sum, code, element) => sum + code * (query[element] ?? 0), 0);
      return Math.max(most, Math.fround(Math.fround(product) * (scales[row] ?? 0)));
    }, Number.NEGATIVE_INFINITY);
  };
  return Array.from({ length: queries }, (_, position) => position).flatMap((position) => {
    const query = queryOf(position);
    const groups = blocks.map(({ background, wish }, index) => {
      const block = list[index] ?? 0;
      const rows = background + wish;
      return [best(query, block, rows, 0, background), best(query, block, rows, background, rows)] as const;
    });
    return [...groups.map(([background]) => background), ...groups.map(([, wish]) => wish)];
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
      const single = fc.array(fc.constant({ background: 1, wish: 0 }), { minLength: 1, maxLength: 12 });
      fc.assert(
        fc.property(scenes, single, fc.nat(11), ({ seed, dimensions }, blocks, chosen) => {
          const scene = { seed, dimensions, blocks };
          write(kernel, scene);
          const products = oracle(kernel, scene, 1).slice(0, blocks.length);
          const least = products[chosen % blocks.length] ?? 0;
          const count = kernel.selectRows(listAt, blocks.length, dimensions, queriesAt, least, outAt);
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
