import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundKernel, compileKernel } from "../../assembly/compile.mjs";
import type { SharedBound } from "../../src/ranking/slot-bounds/feature-bound.ts";
import { JavaScriptBoundKernel } from "../../src/ranking/slot-bounds/kernel/javascript-bound-kernel.ts";
import { WebAssemblyBoundKernel } from "../../src/ranking/slot-bounds/kernel/web-assembly-bound-kernel.ts";
import { SlotBounds } from "../../src/ranking/slot-bounds/slot-bounds.ts";
import { SlotRecord } from "../../src/ranking/slot-bounds/slot-record.ts";
import { platformWebAssembly } from "../../src/vector-index/kernel/web-assembly.ts";

const rows = 50;

const place = fc.nat({ max: rows });
const code = fc.constantFrom(0, 1, 10, 11, 101, 5321, 5322, 5331, 5401, 9999, 10_000);
const work = fc.oneof(
  fc.constantFrom(0, 1),
  fc.tuple(code, fc.nat({ max: 722 }), fc.nat({ max: 151 })).map(([number, months, year]) => {
    return ((number << 18) | (months << 8) | year) >>> 0;
  }),
);
const coordinate = fc.integer({ min: -32_767, max: 32_767 });

const record = fc
  .record({
    places: fc.array(place, { minLength: 8, maxLength: 8 }),
    work: fc.array(work, { minLength: 3, maxLength: 3 }),
    wishes: fc.array(
      fc.oneof(
        fc.constant(0),
        code.map((number) => number + 1),
      ),
      { minLength: 4, maxLength: 4 },
    ),
    home: fc.array(coordinate, { minLength: 3, maxLength: 3 }),
    reachKm: fc.constantFrom(0, 1, 15, 60, 65_535),
    flags: fc.nat({ max: 15 }),
  })
  .map(({ places, work: works, wishes, home, reachKm, flags }) => {
    const made = new SlotRecord();
    made.places.set(places);
    made.work.set(works);
    made.wishes.set(wishes);
    made.home.set(home);
    made.reachKm = reachKm;
    made.flags = flags;
    return made;
  });

const share = fc.double({ min: 0, max: 1, noNaN: true });
const unit = fc.double({ min: -1, max: 1, noNaN: true });
const bounds: fc.Arbitrary<SharedBound[]> = fc
  .tuple(
    fc.record({ share, bound: fc.constant({ kind: "similarity" as const }) }),
    fc.record({
      share,
      bound: fc.record({
        kind: fc.constant("experience" as const),
        asked: code,
        freshness: fc.float64Array({ min: 0, max: 0.2, noNaN: true, minLength: 152, maxLength: 152 }),
      }),
    }),
    fc.record({
      share,
      bound: fc.record({ kind: fc.constant("wish" as const), offered: fc.array(code, { maxLength: 6 }) }),
    }),
    fc.record({
      share,
      bound: fc.record({ kind: fc.constant("distance" as const), place: fc.tuple(unit, unit, unit) }),
    }),
    fc.record({ share, bound: fc.constant({ kind: "skills" as const }) }),
    fc.record({ share, bound: fc.record({ kind: fc.constant("constant" as const), value: share }) }),
  )
  .chain((all) => fc.subarray([...all]));

const similarity = fc.oneof(
  fc.float({ min: -1, max: Math.fround(1.3), noNaN: true }),
  fc.constantFrom(Math.fround(0.35), 0.25, 0.75, 1, 0, -0),
);
const similarities = fc
  .array(similarity, { minLength: rows, maxLength: rows })
  .map((list) => Float32Array.from([Number.NEGATIVE_INFINITY, ...list]));

function filled(kernel: JavaScriptBoundKernel | WebAssemblyBoundKernel, records: readonly SlotRecord[]) {
  const made = new SlotBounds(kernel);
  for (const [slot, each] of records.entries()) made.put(slot, each);
  return made;
}

function webAssemblyKernel(): WebAssemblyBoundKernel {
  const kernel = WebAssemblyBoundKernel.create();
  if (kernel === undefined) throw new Error("this platform has no WebAssembly SIMD");
  return kernel;
}

describe("the bound kernel", () => {
  it("is compiled from the source in assembly/", async () => {
    expect(readFileSync(boundKernel.target, "utf8")).toBe(await compileKernel(boundKernel));
  });

  it("is absent where there is no SIMD", () => {
    const api = platformWebAssembly();
    if (api === undefined) throw new Error("this platform has no WebAssembly at all");
    const { Memory, Module, Instance } = api;
    expect(
      WebAssemblyBoundKernel.create({ Memory, Module, Instance, validate: () => false }),
    ).toBeUndefined();
  });

  it("gives the same bits in WebAssembly and in JavaScript", () => {
    const property = fc.property(
      fc.array(record, { minLength: 1, maxLength: 9 }),
      fc.array(fc.nat(), { maxLength: 40 }),
      bounds,
      similarities,
      (records, list, query, upper) => {
        const slots = Uint32Array.from(list, (number) => number % records.length);
        const [one = [], other = []] = [webAssemblyKernel(), new JavaScriptBoundKernel()].map((kernel) => {
          const made = filled(kernel, records);
          made.similarities(rows).set(upper);
          return [...made.bound(query, slots)];
        });
        expect(one).toEqual(other);
      },
    );
    fc.assert(property);
  });

  it("takes more slots than one call of the kernel does, and what is written later", () => {
    const records = Array.from({ length: 3000 }, (_, index) => {
      const made = new SlotRecord();
      made.places[0] = 1 + (index % rows);
      return made;
    });
    for (const kernel of [webAssemblyKernel(), new JavaScriptBoundKernel()]) {
      const made = filled(kernel, records);
      const written = made.similarities(rows).fill(0.5, 1);
      written[3] = 0.25;
      const found = made.bound(
        [{ share: 1, bound: { kind: "similarity" } }],
        Uint32Array.from(records.keys()),
      );
      const expected = records.map(({ places }) => (places[0] === 3 ? 0.25 : 0.5));
      expect([...found].map((bound) => Math.round(bound * 1000) / 1000)).toEqual(expected);
    }
  });

  it("finds the places of all greater similarities", () => {
    const property = fc.property(
      fc.array(similarity, { minLength: 1, maxLength: 100 }).map((list) => Float32Array.from(list)),
      fc.float({ min: -1, max: 1, noNaN: true }),
      (upper, bound) => {
        const expected = [...upper.keys()].filter((index) => (upper[index] ?? 0) > bound);
        for (const kernel of [webAssemblyKernel(), new JavaScriptBoundKernel()]) {
          const made = new SlotBounds(kernel);
          made.similarities(upper.length - 1).set(upper);
          expect([...made.placesAbove(bound)]).toEqual(expected);
        }
      },
    );
    fc.assert(property);
  });
});
