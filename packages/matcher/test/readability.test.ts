import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import { beforeAll, describe, expect, it } from "vitest";
import { toSecondPerson } from "../src/explanation/second-person.ts";
import { builtInRules, renderAssessment } from "../src/index.ts";
import { lix } from "./lix.ts";
import { matcherWith } from "./matcher-with.ts";

const date = "2026-11-23";
/** Up to here a text counts as easy to read (Björnsson, 1968): fiction and magazines lie at 30 to 40. */
const easyToRead = 40;

describe("what a participant reads", () => {
  const texts: string[] = [];
  const questions: string[] = [];

  beforeAll(async () => {
    const participants = [...generateParticipants({ seed: 21, count: 25 })];
    const vacancies = [...generateVacancies({ seed: 21, count: 12 })];
    const matcher = await matcherWith(participants, vacancies);
    for (const { id: participant } of participants) {
      for (const { id: vacancy } of vacancies) {
        const assessment = matcher.explain(participant, vacancy, { date });
        texts.push(renderAssessment(assessment, { audience: "participant" }).join("\n"));
        questions.push(...assessment.questions.map(({ text }) => toSecondPerson(text).en));
      }
    }
  });

  it("is easy to read", () => {
    const values = texts.map(lix).sort((a, b) => a - b);
    expect(values.length).toBe(300);
    expect(values[150]).toBeLessThan(easyToRead - 5);
    expect(values[270]).toBeLessThan(easyToRead);
  });

  it("speaks to the person, not of them", () => {
    expect(texts.join("\n")).not.toMatch(/personen|deltagaren/i);
    expect(texts.join("\n")).toMatch(/Vi vill fråga dig: /);
    expect(new Set(questions).size).toBeGreaterThan(8);
    for (const question of questions) {
      expect(question).toMatch(/you|the workplace/);
      expect(question).not.toMatch(/the person|does you/i);
    }
  });

  it("names no rule of the authorities' own", () => {
    const unit = builtInRules.find(({ id }) => id === "unit")?.name.sv ?? "";
    expect(texts.join("\n")).not.toContain(unit);
  });
});

describe("LIX", () => {
  it("is words per sentence plus the share of words with more than six letters", () => {
    expect(lix("Du kan jobba.")).toBe(3);
    expect(lix("Arbetsmarknadsenheten bestämmer.")).toBe(102);
    expect(lix("Ett två. Tre fyra\nfem sjutton")).toBeCloseTo(2 + 100 / 6);
  });
});
