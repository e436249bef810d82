import { describe, expect, it } from "vitest";
import { read } from "./read-case.ts";

describe("hours", () => {
  it("asks when nothing is known and takes a missing bound for open", () => {
    const demand = { hoursPerWeek: { min: 30 } };
    expect(read("hours", {}, demand)).toEqual([
      "unknown",
      "minst 30 timmar i veckan",
      "uppgift om timmar saknas",
      "hours:week Hur många timmar i veckan kan personen arbeta?",
    ]);
    const half = { availability: { hoursPerWeek: { max: 19.5 } } };
    expect(read("hours", half, demand, "en")).toEqual([
      "fail",
      "at least 30 hours a week",
      "at most 19.5 hours a week",
      "hours:max:30 Be able to work 30 hours a week",
    ]);
  });
});
