import { describe, expect, it } from "vitest";
import { read } from "./read-case.ts";

describe("unit", () => {
  it("names a single unit and counts several", () => {
    expect(read("unit", {}, { units: ["unit-a"] })).toEqual(["pass", "enhet unit-a", "enhet unit-a"]);
    expect(read("unit", { unit: "unit-c" }, {}, "en")).toEqual(["fail", "one of 2 units", "unit unit-c"]);
  });
});
