import { describe, expect, it } from "vitest";
import { read } from "./read-case.ts";

describe("driving licence", () => {
  it("counts a higher category, asks about an unknown one and names a missing one", () => {
    const demand = { drivingLicences: [{ anyOf: ["B" as const] }] };
    expect(read("drivingLicence", { drivingLicences: ["CE"] }, demand)).toEqual([
      "pass",
      "B-körkort",
      "har CE",
    ]);
    expect(read("drivingLicence", {}, demand)[3]).toBe("drivingLicence:B Har personen B-körkort?");
    expect(read("drivingLicence", { drivingLicences: ["AM"] }, demand, "en").slice(2)).toEqual([
      "holds AM",
      "drivingLicence:B Get a B licence",
    ]);
  });

  it("reads several groups without doubt about which belong together", () => {
    const groups = [{ anyOf: ["A", "A2"] as ["A", "A2"] }, { anyOf: ["C"] as ["C"] }];
    expect(read("drivingLicence", { drivingLicences: [] }, { drivingLicences: groups }, "en")[1]).toBe(
      "an A licence or an A2 licence, and a C licence",
    );
  });
});
