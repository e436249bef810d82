import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { days, halfHoursPerWeek, hasHalfHour, type Week, weekOf, windowsOf } from "../../src/index.ts";

const week: fc.Arbitrary<Week> = fc
  .uniqueArray(fc.nat({ max: halfHoursPerWeek - 1 }), { maxLength: 200 })
  .map((halfHours) => {
    const words = new Uint32Array(11);
    for (const slot of halfHours) words[slot >>> 5] = (words[slot >>> 5] ?? 0) | (1 << (slot & 31));
    return words;
  });

describe("the windows of a week", () => {
  it("cover its half hours and no other ones, whichever way they are rounded", () => {
    const property = fc.property(week, fc.constantFrom("inward", "outward"), (given, rounding) => {
      expect([...weekOf(windowsOf(given), rounding)]).toEqual([...given]);
    });
    fc.assert(property, { numRuns: 200 });
  });

  it("are unbroken stretches of one day in the order of the week", () => {
    const property = fc.property(week, (given) => {
      const starts = windowsOf(given).map(({ day, from }) => `${days.indexOf(day)} ${from}`);
      expect(starts).toEqual([...starts].sort());
      const first = Array.from({ length: halfHoursPerWeek }, (_, slot) => slot).filter(
        (slot) => hasHalfHour(given, slot) && (slot % 48 === 0 || !hasHalfHour(given, slot - 1)),
      );
      expect(starts).toHaveLength(first.length);
    });
    fc.assert(property, { numRuns: 100 });
  });
});
