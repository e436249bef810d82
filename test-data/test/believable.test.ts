import { drivable, type Participant } from "@jobbmatch/shared";
import { describe, expect, it } from "vitest";
import { generateParticipants, generateVacancies } from "../src/index.ts";
import { firstLanguage, frequencies, median, share } from "./measures.ts";

const people = [...generateParticipants({ seed: 3, count: 8000 })];
const places = [...generateVacancies({ seed: 3, count: 4000 })];
const today = "2026-11-23";

function known<Value>(values: readonly (Value | undefined)[]): Value[] {
  return values.filter((value): value is Value & {} => value !== undefined);
}

/** Shares of all people, with the lowest and the highest that are believable. */
const sharesOfPeople: readonly (readonly [string, number, number, (person: Participant) => boolean])[] = [
  ["languages unknown", 0.04, 0.08, ({ languages }) => languages === undefined],
  ["driving licences unknown", 0.18, 0.26, ({ drivingLicences }) => drivingLicences === undefined],
  ["credentials unknown", 0.25, 0.35, ({ credentials }) => credentials === undefined],
  ["availability unknown", 0.05, 0.15, ({ availability }) => availability === undefined],
  ["weekly hours unknown", 0.2, 0.35, ({ availability }) => availability?.hoursPerWeek === undefined],
  ["home unknown", 0.03, 0.08, ({ home }) => home === undefined],
  ["commute unknown", 0.15, 0.25, ({ commute }) => commute === undefined],
  ["eligibility unknown", 0.18, 0.3, ({ eligibility }) => eligibility === undefined],
  ["experience unknown", 0.05, 0.12, ({ experiences }) => experiences === undefined],
  ["wishes unknown", 0.1, 0.2, ({ wishes }) => wishes === undefined],
  ["has a car", 0.05, 0.2, ({ commute }) => commute?.hasCar === true],
  [
    "attends SFI",
    0.35,
    0.5,
    (person) => person.languages?.some(({ sfi }) => sfi?.status === "attending") ?? false,
  ],
  ["has an SFI timetable", 0.25, 0.45, hasSfiTimetable],
  [
    "lives in a neighbouring municipality",
    0.1,
    0.2,
    (person) => person.home !== undefined && person.home.municipality !== "1490",
  ],
];

function hasSfiTimetable({ availability }: Participant): boolean {
  return availability?.commitments?.some(({ kind }) => kind === "sfi") ?? false;
}

describe("the people", () => {
  it.each(sharesOfPeople)("%s: between %d and %d", (_, least, most, holds) => {
    const measured = share(people, holds);
    expect(measured).toBeGreaterThanOrEqual(least);
    expect(measured).toBeLessThanOrEqual(most);
  });

  it("have another first language than Swedish in 85 to 90 cases of 100", () => {
    const measured = share(known(people.map(firstLanguage)), (language) => language !== "sv");
    expect(measured).toBeGreaterThanOrEqual(0.85);
    expect(measured).toBeLessThanOrEqual(0.9);
  });

  it("have a B licence in 25 to 30 cases of 100 where that is known, and rarely a heavier one", () => {
    const licences = known(people.map(({ drivingLicences }) => drivingLicences)).map(drivable);
    expect(share(licences, (categories) => categories.has("B"))).toBeGreaterThanOrEqual(0.25);
    expect(share(licences, (categories) => categories.has("B"))).toBeLessThanOrEqual(0.3);
    expect(share(licences, (categories) => categories.has("C"))).toBeLessThan(0.05);
    expect(share(licences, (categories) => categories.has("CE"))).toBeGreaterThan(0.002);
  });

  it("rarely have credentials, and some of those have expired", () => {
    const lists = known(people.map(({ credentials }) => credentials));
    expect(share(lists, ({ length }) => length === 0)).toBeGreaterThan(0.7);
    const ends = known(lists.flat().map(({ validUntil }) => validUntil));
    expect(share(ends, (end) => end < today)).toBeGreaterThan(0.2);
    expect(share(ends, (end) => end < today)).toBeLessThan(0.45);
  });

  it("have long gaps: the newest work is more than two years old for more than half", () => {
    const newest = people.map(({ experiences }) =>
      Math.max(...known((experiences ?? []).map(({ lastYear }) => lastYear))),
    );
    const gaps = newest.filter(Number.isFinite).map((year) => 2026 - year);
    expect(median(gaps)).toBeGreaterThanOrEqual(3);
    expect(share(gaps, (gap) => gap >= 10)).toBeGreaterThan(0.08);
    expect(share(gaps, (gap) => gap <= 1)).toBeGreaterThan(0.08);
  });

  it("mostly wish for something else than what they have done", () => {
    const both = people.filter(
      ({ experiences = [], wishes = [] }) => experiences.length > 0 && wishes.length > 0,
    );
    const coded = both.filter(({ wishes = [] }) => wishes.some(({ ssyk }) => ssyk !== undefined));
    const same = share(coded, ({ experiences = [], wishes = [] }) =>
      wishes.some(({ ssyk }) =>
        experiences.some((experience) => experience.ssyk !== undefined && experience.ssyk === ssyk),
      ),
    );
    expect(same).toBeGreaterThan(0.1);
    expect(same).toBeLessThan(0.4);
  });

  it("wish for few kinds of work: the ten most wanted groups get more than half of the coded wishes", () => {
    const codes = known(people.flatMap(({ wishes = [] }) => wishes.map(({ ssyk }) => ssyk)));
    const counts = frequencies(codes).map(([, count]) => count);
    const top = counts.slice(0, 10).reduce((sum, count) => sum + count, 0);
    expect(top / codes.length).toBeGreaterThan(0.5);
    expect(counts.length).toBeGreaterThan(60);
  });

  it("have eligibilities that run out soon, and some that have run out", () => {
    const ends = known(people.flatMap(({ eligibility = [] }) => eligibility.map(({ until }) => until)));
    expect(share(ends, (end) => end < today)).toBeGreaterThan(0.05);
    expect(share(ends, (end) => end >= today && end <= "2027-01-23")).toBeGreaterThan(0.12);
  });

  it("write in many ways: English, without dots, in a word or two, or at length", () => {
    const abouts = known(people.map(({ about }) => about));
    expect(
      share(abouts, (text) => /\bI am|\bI can|\bI learn|would be|\bI have\b/.test(text)),
    ).toBeGreaterThan(0.02);
    expect(share(abouts, (text) => /\b(?:ar|snall|lara|jobba som)\b/.test(text))).toBeGreaterThan(0.005);
    expect(share(abouts, ({ length }) => length < 15)).toBeGreaterThan(0.04);
    expect(share(abouts, ({ length }) => length > 200)).toBeGreaterThan(0.1);
    expect(new Set(abouts).size / abouts.length).toBeGreaterThan(0.7);
  });
});

describe("the places", () => {
  const employers = frequencies(places.map(({ employer }) => employer.replace(/ \d+$/, "")));

  it("are mostly in care, school, kitchens, cleaning, parks, stores, warehouses and transport", () => {
    const usual =
      /^(?:Äldreboende|Hemtjänst|Gruppbostad|Förskola|Skola|Storkök|Städenhet|Parkenhet|Livsmedelsbutik|Lager|Transport)$/;
    const count = employers.reduce((sum, [name, each]) => sum + (usual.test(name) ? each : 0), 0);
    expect(count / places.length).toBeGreaterThan(0.7);
    expect(employers.length).toBeGreaterThan(20);
  });

  it("offer every step of the ladder", () => {
    const types = new Map(frequencies(known(places.map(({ placementType }) => placementType))));
    const part = (type: string) => (types.get(type) ?? 0) / places.length;
    expect(part("ordinary")).toBeGreaterThan(0.2);
    expect(part("municipal-job")).toBeGreaterThan(0.15);
    expect(part("internship")).toBeGreaterThan(0.07);
    expect(part("work-training")).toBeGreaterThan(0.05);
    expect(part("education")).toBeGreaterThan(0.02);
    expect(part("new-start-job")).toBeGreaterThan(0.05);
    expect(part("extra-service")).toBeLessThan(0.02);
  });

  it("demand what such places demand: Swedish often, a driving licence or a credential sometimes", () => {
    expect(share(places, ({ languages }) => languages !== undefined)).toBeGreaterThan(0.5);
    expect(share(places, ({ languages }) => languages !== undefined)).toBeLessThan(0.8);
    expect(share(places, ({ drivingLicences }) => drivingLicences !== undefined)).toBeGreaterThan(0.08);
    expect(share(places, ({ drivingLicences }) => drivingLicences !== undefined)).toBeLessThan(0.2);
    expect(share(places, ({ credentials }) => credentials !== undefined)).toBeGreaterThan(0.05);
    expect(share(places, ({ credentials }) => credentials !== undefined)).toBeLessThan(0.2);
  });

  it("are open but for a few, with one to six seats and now and then study", () => {
    expect(share(places, ({ status = "open" }) => status !== "open")).toBeLessThan(0.12);
    expect(share(places, ({ status = "open" }) => status !== "open")).toBeGreaterThan(0.03);
    expect(share(places, ({ seats = 1 }) => seats === 1)).toBeGreaterThan(0.5);
    expect(Math.max(...places.map(({ seats = 1 }) => seats))).toBe(6);
    expect(share(places, ({ studyShare }) => studyShare !== undefined)).toBeGreaterThan(0.08);
    expect(Math.max(...known(places.map(({ studyShare }) => studyShare)))).toBe(0.25);
  });
});
