import { describe, expect, it } from "vitest";
import { parseParticipant, parseVacancy, type Result } from "../../src/index.ts";

const participant = { id: "p1", unit: "ame", version: 1 };
const vacancy = { id: "v1", version: 1, employer: "Kommunen", title: "Kock" };

function problems(result: Result<unknown>) {
  return result.ok ? [] : result.problems.map(({ code, field, id }) => [code, field, id]);
}

describe("parseParticipant", () => {
  it.each([
    [{ age: 40 }, ["unknownField", "age", "p1"]],
    [{ version: Number.NaN }, ["invalidNumber", "version", "p1"]],
    [{ version: undefined }, ["missingField", "version", "p1"]],
    [{ about: "   " }, ["emptyText", "about", "p1"]],
    [{ about: "x".repeat(50_001) }, ["textTooLong", "about", "p1"]],
    [{ about: "f\uFFFDr" }, ["invalidEncoding", "about", "p1"]],
    [{ registeredSince: "2025-02-30" }, ["invalidDate", "registeredSince", "p1"]],
    [{ drivingLicences: ["X"] }, ["invalidField", "drivingLicences.0", "p1"]],
    [{ languages: [{ language: "xx1" }] }, ["invalidField", "languages.0.language", "p1"]],
    [{ home: { municipality: "9999" } }, ["invalidField", "home.municipality", "p1"]],
    [
      { availability: { from: "2025-02-01", until: "2025-01-01" } },
      ["invalidDate", "availability.until", "p1"],
    ],
    [{ id: "811228-9874" }, ["personalIdentityNumber", "id", undefined]],
  ])("tells what is wrong with %j", (fields, expected) => {
    expect(problems(parseParticipant({ ...participant, ...fields }))).toEqual([expected]);
  });

  it("takes what is right, and refuses what is no record", () => {
    expect(parseParticipant(participant)).toEqual({ ok: true, value: participant });
    for (const input of [null, 3, "text", []]) expect(parseParticipant(input).ok).toBe(false);
  });
});

describe("parseVacancy", () => {
  it("fills in defaults, also where a workload comes from", () => {
    expect(parseVacancy({ ...vacancy, hoursPerWeek: { min: 20 } })).toEqual({
      ok: true,
      value: {
        ...vacancy,
        hoursPerWeek: { min: 20, source: "stated" },
        seats: 1,
        seatsTaken: 0,
        status: "open",
      },
    });
  });

  it.each([
    [{ start: "2025-02-01", end: "2025-01-01" }, ["invalidDate", "end", "v1"]],
    [{ hoursPerWeek: { min: 30, max: 20 } }, ["invalidField", "hoursPerWeek.max", "v1"]],
    [{ seats: -1 }, ["invalidField", "seats", "v1"]],
    [{ title: "" }, ["emptyText", "title", "v1"]],
    [{ languages: [{ anyOf: [] }] }, ["invalidField", "languages.0.anyOf", "v1"]],
  ])("tells what is wrong with %j", (fields, expected) => {
    expect(problems(parseVacancy({ ...vacancy, ...fields }))).toEqual([expected]);
  });
});
