import { describe, expect, it } from "vitest";
import { maskParticipant, maskVacancy, type Participant, parseVacancy } from "../../src/index.ts";

const number = "070-123 45 67";

/** Every text of a value with its path. */
function texts(value: unknown, path: readonly string[] = []): [string, string][] {
  if (typeof value === "string") return [[path.join("."), value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => texts(child, [...path, key]));
}

describe("maskParticipant", () => {
  const participant: Participant = {
    id: "p1",
    unit: "ame-1",
    version: 1,
    about: `Nås på ${number}`,
    experiences: [{ occupation: `Kock ${number}`, description: `Ref ${number}, ${number}`, months: 3 }],
    wishes: [{ text: number }],
    skills: ["kassa", number],
    education: [number],
    languages: [{ language: "sv", level: "B1" }],
    home: { municipality: "0483" },
    registeredSince: "2024-01-31",
  };

  it("masks every free text, reports the fields, and leaves ids, codes and the original alone", () => {
    const before = structuredClone(participant);
    const { record, masked } = maskParticipant(participant);
    expect(texts(record).filter(([, text]) => text.includes(number))).toEqual([]);
    expect(masked).toEqual([
      { field: "about", kind: "telephone", count: 1 },
      { field: "experiences.0.occupation", kind: "telephone", count: 1 },
      { field: "experiences.0.description", kind: "telephone", count: 2 },
      { field: "wishes.0.text", kind: "telephone", count: 1 },
      { field: "skills.1", kind: "telephone", count: 1 },
      { field: "education.0", kind: "telephone", count: 1 },
    ]);
    expect(participant).toEqual(before);
    expect(record.home).toEqual(before.home);
  });
});

describe("maskVacancy", () => {
  it("masks every free text and the evidence of requirements", () => {
    const parsed = parseVacancy({
      id: "v1",
      version: 1,
      employer: number,
      title: number,
      description: number,
      occupation: { text: number },
      skills: { must: [number], nice: [number] },
      languages: [{ anyOf: [{ language: "sv" }], evidence: number }],
      drivingLicences: [{ anyOf: ["B"], evidence: number }],
      credentials: [{ anyOf: ["adr"], evidence: number }],
      schedule: { kind: "fixed", shifts: [{ day: "mon", from: "08:00", to: "16:00" }], evidence: number },
      workingTimes: [{ kind: "nights", evidence: number }],
      hoursPerWeek: { min: 20, max: 40, evidence: number },
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const expected = texts(parsed.value).flatMap(([field, text]) => (text === number ? [field] : []));
    const { record, masked } = maskVacancy(parsed.value);
    expect(expected).toHaveLength(12);
    expect(masked.map(({ field }) => field).sort()).toEqual(expected.sort());
    expect(texts(record).some(([, text]) => text === number)).toBe(false);
  });
});
