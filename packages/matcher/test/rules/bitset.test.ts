import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Bitset } from "../../src/rules/bitset.ts";

const slot = fc.oneof(fc.constantFrom(0, 31, 32, 63, 64, 127), fc.nat({ max: 200 }));
const slots = fc.array(slot, { maxLength: 40 });

function bitsetOf(list: Iterable<number>, capacity?: number): Bitset {
  const bitset = new Bitset(capacity);
  for (const number of list) bitset.add(number);
  return bitset;
}

const sorted = (list: Iterable<number>) => [...list].sort((a, b) => a - b);

describe("Bitset", () => {
  it("holds, counts and lists what a Set holds after the same changes", () => {
    const changes = fc.array(fc.tuple(fc.constantFrom("add" as const, "delete"), slot), { maxLength: 80 });
    const property = fc.property(changes, fc.nat({ max: 100 }), (list, capacity) => {
      const bitset = new Bitset(capacity);
      const set = new Set<number>();
      for (const [operation, number] of list) {
        bitset[operation](number);
        set[operation](number);
      }
      expect([...bitset]).toEqual(sorted(set));
      expect(bitset.count()).toBe(set.size);
      for (let number = 0; number < 210; number++) expect(bitset.has(number)).toBe(set.has(number));
    });
    fc.assert(property);
  });

  it("intersects, unites and subtracts as Sets do, whatever the sizes, and leaves the other alone", () => {
    const property = fc.property(slots, slots, (a, b) => {
      const other = bitsetOf(b);
      expect([...bitsetOf(a).and(other)]).toEqual(sorted(new Set(a.filter((number) => b.includes(number)))));
      expect([...bitsetOf(a).or(other)]).toEqual(sorted(new Set([...a, ...b])));
      expect([...bitsetOf(a).andNot(other)]).toEqual(
        sorted(new Set(a.filter((number) => !b.includes(number)))),
      );
      expect([...other]).toEqual(sorted(new Set(b)));
    });
    fc.assert(property);
  });

  it("clones into a set of its own", () => {
    const original = bitsetOf([1, 40]);
    const copy = original.clone();
    copy.delete(1);
    copy.add(500);
    expect([...original]).toEqual([1, 40]);
    expect([...copy]).toEqual([40, 500]);
  });
});
