import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceKm } from "../../src/rules/great-circle.ts";
import { haversineKm } from "./distance-oracle.ts";

const coordinates = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe("distanceKm", () => {
  it("agrees with the haversine formula all over the globe, and is the same both ways", () => {
    const property = fc.property(coordinates, coordinates, (from, to) => {
      const km = distanceKm(from, to);
      // Opposite points are where both formulas lose digits.
      expect(Math.abs(km - haversineKm(from, to))).toBeLessThan(0.01);
      expect(distanceKm(to, from)).toBe(km);
    });
    fc.assert(property, { numRuns: 500 });
  });

  it("keeps its precision for neighbours", () => {
    const from = { latitude: 59.3293, longitude: 18.0686 };
    expect(distanceKm(from, from)).toBe(0);
    expect(distanceKm(from, { ...from, latitude: 59.32931 })).toBeCloseTo(0.00111, 5);
  });
});
