import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Participant, ParticipantInput } from "@jobbmatch/shared";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CandidateList, Matcher } from "../../src/index.ts";
import { featureIds } from "../../src/ranking/feature.ts";
import { defineRule } from "../../src/rules/define-rule.ts";
import { matcherWith, shippedEmbedder } from "../matcher-with.ts";

const date = "2026-11-23";
const request = { date, limit: 12, nearMisses: 12 };
const everybody = [...generateParticipants({ seed: 31, count: 60 })];
const vacancies = [...generateVacancies({ seed: 31, count: 4 })];

/** Lists of the same people and places in a matcher that stays as it is, read at once. */
async function expectedLists(): Promise<CandidateList[]> {
  const matcher = await matcherWith(everybody, vacancies);
  return vacancies.map(({ id }) => structuredClone(matcher.topCandidates(id, request)));
}

/** Gives everybody another one's profile, takes some out, and lets others come. */
async function changeEverything(matcher: Matcher, version: number): Promise<void> {
  await matcher.upsertParticipants(
    everybody.map((participant, index) => {
      const other = everybody[(index * 7 + version) % everybody.length] ?? participant;
      return { ...other, id: participant.id, version };
    }),
  );
  matcher.removeParticipants(everybody.slice(0, 30).map(({ id }) => id));
  await matcher.upsertParticipants([...generateParticipants({ seed: version, count: 40 })]);
  await matcher.upsertVacancies(
    vacancies.map((vacancy, index) => ({ ...vacancy, ...vacancies[index - 1], id: vacancy.id, version })),
  );
}

describe("what a list says", () => {
  it("is of the moment when it was made, whatever changes before it is read", async () => {
    const expected = await expectedLists();
    const matcher = await matcherWith(everybody, vacancies);
    const unread = () => vacancies.map(({ id }) => matcher.topCandidates(id, request));
    const [lists, others, numbers] = [unread(), unread(), unread()];
    expect(numbers.flatMap(numbersOf)).toEqual(expected.flatMap(numbersOf));
    await changeEverything(matcher, 1000);
    expect(lists.map(said)).toEqual(expected.map(said));
    await changeEverything(matcher, 2000);
    matcher.removeVacancies(vacancies.map(({ id }) => id));
    matcher.removeParticipants(everybody.map(({ id }) => id));
    expect(others.map(said)).toEqual(expected.map(said));
    expect(numbers.map(said)).toEqual(expected.map(said));
  });

  it("stays when the matcher read it from a snapshot and was closed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jobbmatch-lists-"));
    try {
      const file = join(folder, "snapshot");
      await (await matcherWith(everybody, vacancies)).save(file);
      const matcher = await Matcher.open(file, { embedder: await shippedEmbedder() });
      const lists = vacancies.map(({ id }) => matcher.topCandidates(id, request));
      await changeEverything(matcher, 1000);
      matcher.close();
      expect(lists).toEqual(await expectedLists());
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("is put into words when somebody reads them, and once", async () => {
    let explained = 0;
    const counted = defineRule<string, true>({
      id: "counted",
      name: { sv: "Räknad", en: "Counted" },
      disclosure: { caseWorker: "full", employer: "full", participant: "full" },
      factOf: ({ id }) => id,
      needOf: () => true,
      judge: () => "unknown",
      explain: (_need, id) => {
        explained += 1;
        const text = { sv: id, en: id };
        return { required: text, found: text, source: "stated", questions: [{ id: "who", text }] };
      },
    });
    const matcher = await matcherWith(everybody, vacancies, { rules: [counted] });
    const lists = vacancies.map(({ id }) => matcher.topCandidates(id, request));
    const listed = lists.flatMap(({ candidates, nearMisses }) => [...candidates, ...nearMisses]);
    lists.map(numbersOf);
    expect(explained).toBe(0);
    for (const { participant, rules, questions } of listed) {
      const evidence = rules.find(({ rule }) => rule === "counted")?.evidence;
      expect(evidence?.found.en).toBe(participant);
      expect(questions.find(({ id }) => id === "who")?.text.en).toBe(participant);
    }
    JSON.stringify(lists);
    expect(explained).toBe(listed.length);
    expect(listed.length).toBeGreaterThan(vacancies.length);
  });

  it("is what is said of each pair, to the last bit of each number", async () => {
    const person = fc.record({
      profile: fc.constantFrom(...everybody),
      untold: fc.subarray(["experiences", "wishes", "skills", "languages", "availability", "home", "about"]),
    });
    const weights = fc.record(
      { wish: fc.double({ min: 0, max: 10, noNaN: true }), skills: fc.constantFrom(0, 1, 7) },
      { requiredKeys: [] },
    );
    const people = fc.array(person, { minLength: 5, maxLength: 25 });
    const known = new Set<string>();
    const property = fc.asyncProperty(people, weights, async (some, given) => {
      const matcher = await matcherWith(some.map(partlyTold), vacancies);
      const asked = { ...request, weights: given };
      const lists = vacancies.map(({ id }) => matcher.topCandidates(id, asked));
      for (const { vacancy, candidates, nearMisses } of lists) {
        for (const { rank, questions, ...one } of [...candidates, ...nearMisses]) {
          const { questions: others, ...expected } = matcher.explain(one.participant, vacancy, asked);
          expect(one).toStrictEqual(expected);
          // A list asks first what settles most matches on it.
          expect(new Set(questions)).toEqual(new Set(others));
          for (const each of one.contributions) known.add(`${each.feature} ${each.known}`);
        }
      }
    });
    await fc.assert(property, { numRuns: 20 });
    expect([...known].sort()).toEqual(featureIds.flatMap((id) => [`${id} false`, `${id} true`]).sort());
  });
});

interface PartlyTold {
  readonly profile: Participant;
  readonly untold: readonly string[];
}

function partlyTold({ profile, untold }: PartlyTold, index: number): ParticipantInput {
  const told = Object.entries(profile).filter(([field]) => !untold.includes(field));
  return { ...Object.fromEntries(told), id: `p-${index}`, unit: profile.unit, version: 1 };
}

/** All but how the list was found. */
function said({ plan, ...list }: CandidateList): Omit<CandidateList, "plan"> {
  return list;
}

function numbersOf({ candidates, nearMisses }: CandidateList) {
  return [...candidates, ...nearMisses].map(({ participant, rank, score, contributions, rules }) => ({
    participant,
    rank,
    score,
    contributions: contributions.map(({ detail, ...numbers }) => numbers),
    rules: rules.map(({ rule, outcome }) => ({ rule, outcome })),
  }));
}
