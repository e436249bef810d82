import { readFileSync } from "node:fs";
import { type Participant, parseParticipant, parseVacancy, type Vacancy } from "@jobbmatch/shared";
import { describe, expect, it } from "vitest";
import {
  generateParticipants,
  generateVacancies,
  sampleOptions,
  sampleParticipantsFile,
  sampleVacanciesFile,
} from "../src/index.ts";
import { isNamedAmong } from "./measures.ts";

const { seed } = sampleOptions;

function linesOf(records: Iterable<unknown>): string {
  return Array.from(records, (record) => `${JSON.stringify(record)}\n`).join("");
}

function recordsIn(file: string): unknown[] {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line));
}

function readPeople(): Participant[] {
  return recordsIn(sampleParticipantsFile).flatMap((record) => {
    const parsed = parseParticipant(record);
    return parsed.ok ? [parsed.value] : [];
  });
}

function readPlaces(): Vacancy[] {
  return recordsIn(sampleVacanciesFile).flatMap((record) => {
    const parsed = parseVacancy(record);
    return parsed.ok ? [parsed.value] : [];
  });
}

const people = readPeople();
const places = readPlaces();
const careSsyk = /^53(?:2|3|4)/;

/** Whether people with such work or such a wish have a B licence, have none, and have not been asked. */
function hasEveryKindOfCandidate({ occupation }: Vacancy): boolean {
  const group = occupation?.ssyk?.slice(0, 3) ?? "none";
  const fitting = people.filter(({ experiences = [], wishes = [] }) =>
    [...experiences, ...wishes].some(({ ssyk = "" }) => ssyk.startsWith(group)),
  );
  const licences = fitting.map(({ drivingLicences }) => drivingLicences);
  const hasIt = licences.some((each) => each?.includes("B"));
  return hasIt && licences.includes(undefined) && licences.some((each) => each?.length === 0);
}

describe("the checked-in sample", () => {
  it("is what the generator gives, byte for byte", () => {
    const generatedPeople = generateParticipants({ seed, count: sampleOptions.participants });
    const generatedPlaces = generateVacancies({ seed, count: sampleOptions.vacancies });
    expect(readFileSync(sampleParticipantsFile, "utf8")).toBe(linesOf(generatedPeople));
    expect(readFileSync(sampleVacanciesFile, "utf8")).toBe(linesOf(generatedPlaces));
  });

  it("holds 500 valid people and 60 valid places", () => {
    expect(people).toHaveLength(500);
    expect(places).toHaveLength(60);
  });

  it("has a place for an assistant nurse, and people with care experience in many spellings", () => {
    const forNurse = places.filter(({ occupation }) => occupation?.ssyk === "5321");
    expect(forNurse.length).toBeGreaterThan(0);
    const inCare = people.filter(({ experiences = [] }) =>
      experiences.some(({ ssyk = "" }) => careSsyk.test(ssyk)),
    );
    expect(inCare.length).toBeGreaterThanOrEqual(10);
    const experiences = people.flatMap((person) => person.experiences ?? []);
    const titles = experiences.map(({ occupation }) => occupation);
    expect(
      isNamedAmong(
        titles,
        /nurs(?:e|ing) (?:aide|assistant)|assistant nurse|care ?(?:giver|worker|assistant)/i,
      ),
    ).toBe(true);
    expect(isNamedAmong(titles, /undersköteska|underskoterska|vardbitrade|vårdbiträd$/i)).toBe(true);
  });

  it("has a place that demands a B licence, with people who fit but for a licence that is missing or unknown", () => {
    const demanding = places.filter(
      ({ drivingLicences = [], status }) =>
        status === "open" && drivingLicences.some(({ anyOf }) => anyOf.includes("B")),
    );
    expect(demanding.some(hasEveryKindOfCandidate)).toBe(true);
  });

  it("has places for each way of working: study beside work, education, internship, work training", () => {
    expect(places.some(({ studyShare }) => studyShare === 0.2)).toBe(true);
    for (const type of ["education", "internship", "work-training", "municipal-job", "ordinary"]) {
      expect(places.some(({ placementType }) => placementType === type)).toBe(true);
    }
  });
});
