import { describe, expect, it } from "vitest";
import { date, read } from "./read-case.ts";

describe("eligibility", () => {
  const demand = { placementType: "new-start-job", start: "2026-03-15" } as const;

  it("asks when nobody has asked, and names the decision to apply for when there is none", () => {
    expect(read("eligibility", {}, demand)).toEqual([
      "unknown",
      "beslut om nystartsjobb som gäller 2026-03-15",
      "uppgift om beslut saknas",
      "eligibility:new-start-job Har personen ett beslut om nystartsjobb?",
    ]);
    expect(read("eligibility", { eligibility: [] }, demand).slice(2)).toEqual([
      "inget beslut om nystartsjobb",
      "eligibility:new-start-job Ansök om beslut om nystartsjobb",
    ]);
  });

  it("tells a decision that ran out from one that starts too late", () => {
    const until = { eligibility: [{ placementType: "new-start-job", until: "2026-03-14" } as const] };
    expect(read("eligibility", until, demand, "en").slice(2)).toEqual([
      "the decision ran out on 2026-03-14",
      "eligibility:new-start-job:extend Apply to extend the decision on eligibility (new start job)",
    ]);
    const from = { eligibility: [{ placementType: "new-start-job", from: "2026-03-16" } as const] };
    expect(read("eligibility", from, demand).slice(2)).toEqual([
      "beslutet börjar gälla 2026-03-16",
      "eligibility:new-start-job:earlier Ansök om tidigare start för beslutet om nystartsjobb",
    ]);
  });

  it("needs a decision on the day of the match when the vacancy has no start", () => {
    const held = { eligibility: [{ placementType: "new-start-job", until: date } as const] };
    expect(read("eligibility", held, { placementType: "new-start-job" })[0]).toBe("pass");
  });

  it("offers no remedy for a type that is closed, and asks nothing for a type without decisions", () => {
    expect(read("eligibility", {}, { placementType: "extra-service" })).toEqual([
      "fail",
      "beslut om extratjänst som gäller 2026-03-01",
      "extratjänst är inte öppet för nya platser 2026-03-01",
    ]);
    expect(read("eligibility", {}, { placementType: "internship" })).toEqual(["not asked"]);
  });
});
