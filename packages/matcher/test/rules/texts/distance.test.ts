import { describe, expect, it } from "vitest";
import { read } from "./read-case.ts";

describe("distance", () => {
  const uppsala = { location: { coordinates: { latitude: 59.8586, longitude: 17.6389 } } };
  const home = { municipality: "0180", coordinates: { latitude: 59.3293, longitude: 18.0686 } };

  it("tells kilometres and how many more would be needed", () => {
    expect(read("distance", { home, commute: { maxKm: 50 } }, uppsala)).toEqual([
      "fail",
      "arbetsplatsen inom pendlingsavstånd",
      "64 km; kan resa 50 km",
      "distance:+15 Kunna resa 15 km längre till arbetet",
    ]);
    expect(read("distance", { home, commute: { maxKm: 10 } }, uppsala)).toHaveLength(3);
  });

  it("asks where in the municipality when the limit is near", () => {
    const somewhere = { home: { municipality: "0180" }, commute: { maxKm: 60 } };
    expect(read("distance", somewhere, uppsala, "en").slice(3)).toEqual([
      "distance:address Where in the municipality does the person live?",
    ]);
    expect(read("distance", {}, uppsala).slice(3)).toEqual([
      "distance:home Var bor personen?",
      "distance:maxKm Hur många kilometer kan personen resa till arbetet?",
    ]);
  });

  it("asks nothing when the workplace is unknown", () => {
    expect(read("distance", {}, { location: {} })).toEqual(["not asked"]);
  });
});
