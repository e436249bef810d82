import { isDeepStrictEqual } from "node:util";
import { credentialNames, isOpenOn, parseVacancy, type VacancyInput } from "@jobbmatch/shared";
import { describe, expect, it } from "vitest";
import { defaultToday, generateVacancies } from "../src/index.ts";
import { personalData, textOf } from "./measures.ts";

const places = [...generateVacancies({ seed: 7, count: 2000 })];

function described({ description = "" }: VacancyInput): string {
  return description;
}

describe("generateVacancies", () => {
  it("gives places that the shared schema accepts", () => {
    expect(places.map(parseVacancy).filter(({ ok }) => !ok)).toEqual([]);
  });

  it("has no field that is undefined, so that a record survives JSON", () => {
    const changed = places.filter((place) => !isDeepStrictEqual(JSON.parse(JSON.stringify(place)), place));
    expect(changed).toEqual([]);
  });

  it("gives the same places for the same seed, any stretch of them, and others for another seed", () => {
    expect([...generateVacancies({ seed: 7, first: 100, count: 20 })]).toEqual(places.slice(100, 120));
    expect([...generateVacancies({ seed: 8, count: 20 })]).not.toEqual(places.slice(0, 20));
  });

  it("gives each place an id of its own", () => {
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
  });

  it("describes each place in 300 to 1,500 characters", () => {
    const lengths = places.map((place) => described(place).length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(300);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1500);
  });

  it("says a requirement that was recognised in the text with a sentence of that text", () => {
    const recognised = places.flatMap((place) =>
      [...(place.languages ?? []), ...(place.drivingLicences ?? []), ...(place.credentials ?? [])]
        .filter(({ source }) => source === "recognised")
        .map(({ evidence }) => [described(place), evidence] as const),
    );
    expect(recognised.length).toBeGreaterThan(200);
    for (const [text, evidence] of recognised) expect(text).toContain(evidence);
  });

  it("says in its text every credential that it demands", () => {
    for (const place of places) {
      const kinds = place.credentials?.flatMap(({ anyOf }) => anyOf) ?? [];
      for (const kind of kinds) expect(described(place)).toContain(credentialNames[kind].sv);
    }
  });

  it("never has more seats taken than there are, and is filled when all are", () => {
    const wrong = places.filter(
      ({ seats = 1, seatsTaken = 0, status }) =>
        seatsTaken > seats || (seatsTaken === seats) !== (status === "filled"),
    );
    expect(wrong).toEqual([]);
  });

  it("leaves a day for study when a fifth of the hours is study", () => {
    const combined = places.filter(({ studyShare }) => studyShare === 0.2);
    expect(combined.length).toBeGreaterThan(100);
    for (const place of combined) {
      expect(described(place)).toMatch(/fyra dagar/i);
      if (place.schedule?.kind === "fixed") expect(place.schedule.shifts).toHaveLength(4);
    }
  });

  it("offers no open place of a type that is closed", () => {
    for (const { placementType, status = "open" } of places) {
      if (placementType === undefined || isOpenOn(placementType, defaultToday)) continue;
      expect(status).toBe("withdrawn");
    }
  });

  it("always demands registration of nurses and preschool teachers", () => {
    const registered = places.filter(({ occupation }) => /^(?:2221|2343)$/.test(occupation?.ssyk ?? ""));
    expect(registered.length).toBeGreaterThan(10);
    for (const { credentials } of registered) expect(credentials).toHaveLength(1);
  });

  it("holds no personal identity number, e-mail address, telephone number or link", () => {
    expect(places.filter((place) => personalData.test(textOf(place)))).toEqual([]);
  });

  it("tells at once that an option is wrong", () => {
    expect(() => generateVacancies({ seed: 1, count: -1 })).toThrow(
      expect.objectContaining({ code: "invalidRequest" }),
    );
  });
});
