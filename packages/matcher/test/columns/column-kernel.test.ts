import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileKernel, columnKernel as source } from "../../assembly/compile.mjs";
import { type ColumnKernel, passByte, unknownByte } from "../../src/columns/kernel/column-kernel.ts";
import { JavaScriptColumnKernel } from "../../src/columns/kernel/javascript-column-kernel.ts";
import { columnKernel } from "../../src/columns/kernel/platform-kernel.ts";
import { WebAssemblyColumnKernel } from "../../src/columns/kernel/web-assembly-column-kernel.ts";
import { platformWebAssembly } from "../../src/vector-index/kernel/web-assembly.ts";

const webAssembly = WebAssemblyColumnKernel.create();
const kernels: readonly ColumnKernel[] = [
  new JavaScriptColumnKernel(),
  ...(webAssembly === undefined ? [] : [webAssembly]),
];

/** Numbers of slots around the borders of words and of the kernel's chunks. */
const wordCounts = fc.constantFrom(0, 1, 2, 3, 511, 512, 513, 1025);

function listOf(words: Uint32Array): number[] {
  const slots = Array.from({ length: words.length * 32 }, (_, slot) => slot);
  return slots.filter((slot) => has(words, slot));
}

/** Pseudo-random words from a seed: arrays of such length are slow to draw one by one. */
function randomWords(length: number, seed: number): Uint32Array {
  let state = seed + 1;
  return Uint32Array.from({ length }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return state ^ (state >>> 13);
  });
}

describe("the column kernel", () => {
  it("is compiled from the source in assembly/", async () => {
    expect(readFileSync(source.target, "utf8")).toBe(await compileKernel(source));
  });

  it("runs in WebAssembly on this platform, and is absent where there is no SIMD", () => {
    const api = platformWebAssembly();
    if (api === undefined) throw new Error("this platform has no WebAssembly at all");
    expect(columnKernel.kind).toBe("webAssembly");
    const { Memory, Module, Instance } = api;
    expect(
      WebAssemblyColumnKernel.create({ Memory, Module, Instance, validate: () => false }),
    ).toBeUndefined();
  });
});

describe.each(kernels.map((kernel) => [kernel.kind, kernel] as const))("the %s kernel", (_kind, kernel) => {
  it("sorts slots by the outcome of their class", () => {
    const outcomes = fc.array(fc.constantFrom(0, passByte, unknownByte), { minLength: 1, maxLength: 70_000 });
    const property = fc.property(wordCounts, fc.nat(), outcomes, (words, seed, list) => {
      const classes = randomWords(words * 32, seed).map((number) => number % list.length);
      const narrow = list.length <= 65_536 ? Uint16Array.from(classes) : classes;
      const { pass, unknown } = kernel.selectByClass(narrow, Uint8Array.from(list));
      const slotsWith = (byte: number) =>
        [...classes.keys()].filter((slot) => list[classes[slot] ?? 0] === byte);
      expect(listOf(pass)).toEqual(slotsWith(passByte));
      expect(listOf(unknown)).toEqual(slotsWith(unknownByte));
    });
    fc.assert(property, { numRuns: 20 });
  });

  it("finds the points within their limits", () => {
    const property = fc.property(wordCounts, fc.nat(), (words, seed) => {
      const numbers = (salt: number) =>
        Float32Array.from(randomWords(words * 32, seed + salt), (number) => (number % 7) - 2);
      const points = { x: numbers(1), y: numbers(2), z: numbers(3), limit: numbers(4) };
      const { inner, outer } = kernel.selectNear(points, [1, 0, -1], { cosine: 0.75, sine: 0.5 });
      const { x, y, z } = points;
      const slotsWithin = (limitOf: (limit: number) => number) =>
        [...points.limit].flatMap((limit, slot) => {
          const [a = 0, b = 0, c = 0] = [x[slot], y[slot], z[slot]];
          return (a - 1) ** 2 + b ** 2 + (c + 1) ** 2 <= limitOf(limit) ? [slot] : [];
        });
      const withMargin = (limit: number) => (0.75 * Math.sqrt(limit) + 0.5 * Math.sqrt(4 - limit)) ** 2;
      expect(listOf(inner)).toEqual(slotsWithin((limit) => limit));
      expect(listOf(outer)).toEqual(slotsWithin(withMargin));
    });
    fc.assert(property, { numRuns: 20 });
  });

  it("narrows the field as one does slot by slot", () => {
    const property = fc.property(
      wordCounts,
      fc.nat(),
      fc.nat(4),
      fc.boolean(),
      (words, seed, rules, excludesUnknown) => {
        const visible = randomWords(words, seed);
        const answers = Array.from({ length: rules }, (_, rule) => {
          // Some sets are shorter than that of the visible slots: whoever came later fails.
          const pass = randomWords(Math.max(0, words - (rule % 2)), seed + 2 * rule + 1);
          return {
            pass,
            unknown: randomWords(pass.length, seed + 2 * rule + 2).map((word, at) => word & ~(pass[at] ?? 0)),
          };
        });
        const found = kernel.narrow(visible, answers, excludesUnknown);
        expect(found).toEqual(narrowOneByOne(visible, answers, excludesUnknown));
      },
    );
    fc.assert(property, { numRuns: 20 });
  });
});

type Answers = readonly { readonly pass: Uint32Array; readonly unknown: Uint32Array }[];

/** The same slot by slot, with lists. */
function narrowOneByOne(visible: Uint32Array, answers: Answers, excludesUnknown: boolean) {
  const judged = listOf(visible).map((slot) => {
    const pass = answers.map((answer) => has(answer.pass, slot));
    const unknown = answers.map((answer) => has(answer.unknown, slot));
    const excluded = pass.map((passes, rule) => !passes && (excludesUnknown || unknown[rule] !== true));
    return { slot, pass, unknown, excluded, times: excluded.filter((one) => one).length };
  });
  const left = judged.filter(({ times }) => times === 0);
  const once = judged.filter(({ times }) => times === 1);
  const counts = answers.map((_, rule) => {
    const open = left.filter(({ unknown }) => unknown[rule]);
    return {
      pass: judged.filter(({ pass }) => pass[rule]).length,
      unknown: judged.filter(({ unknown }) => unknown[rule]).length,
      remaining: judged.filter(({ excluded }) => !excluded.slice(0, rule + 1).includes(true)).length,
      open: open.length,
      settles: open.filter(({ unknown }) => unknown.filter((one) => one).length === 1).length,
    };
  });
  return { allowed: wordsOf(left, visible.length), excludedOnce: wordsOf(once, visible.length), counts };
}

function has(words: Uint32Array, slot: number): boolean {
  return (((words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;
}

function wordsOf(slots: readonly { readonly slot: number }[], length: number): Uint32Array {
  const words = new Uint32Array(length);
  for (const { slot } of slots) words[slot >>> 5] = (words[slot >>> 5] ?? 0) | (1 << (slot & 31));
  return words;
}
