import { describe, expect, it } from "vitest";
import { builtInRules } from "../../src/rules/built-in-rules.ts";

describe("what an employer is told", () => {
  it("is never a decision, a commitment, a home or who stands behind the border", () => {
    const told = Object.fromEntries(builtInRules.map(({ id, disclosure }) => [id, disclosure.employer]));
    expect(told).toEqual({
      unit: "hidden",
      seats: "full",
      eligibility: "hidden",
      dates: "outcome",
      drivingLicence: "full",
      credentials: "full",
      language: "outcome",
      schedule: "outcome",
      hours: "outcome",
      distance: "outcome",
    });
  });
});
