import { type Participant, parseParticipant, parseVacancy, type Vacancy } from "@jobbmatch/shared";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import { beforeAll, describe, expect, it } from "vitest";
import {
  builtInRules,
  defaultEfforts,
  defineRule,
  type MatchContext,
  type Matcher,
  type ParticipantUnlock,
  type ProfileChange,
} from "../../src/index.ts";
import { matcherWith, person, place } from "../matcher-with.ts";
import { outcomeOf } from "../rules/pairs.ts";
import { applyAll, profileChanges } from "./changes-by-id.ts";

const date = "2026-11-23";
const context: MatchContext = { date };
const participants = [...generateParticipants({ seed: 11, count: 200 })].map(participantOf);
const vacancies = [...generateVacancies({ seed: 11, count: 30 })].map(vacancyOf);
const every = { date, singles: 1000, pairs: 1000 };

function participantOf(input: unknown): Participant {
  const parsed = parseParticipant(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function vacancyOf(input: unknown): Vacancy {
  const parsed = parseVacancy(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** For each participant, the vacancies that are allowed: on whose lists the participant stands. */
function openVacancies(matcher: Matcher): ReadonlyMap<string, readonly string[]> {
  const open = new Map<string, string[]>();
  for (const { id } of vacancies) {
    const { candidates } = matcher.topCandidates(id, { date, limit: 10_000, nearMisses: 0 });
    for (const { participant } of candidates) open.set(participant, [...(open.get(participant) ?? []), id]);
  }
  return open;
}

/** Some of a list, spread over it and other ones for each participant. */
function someOf<Item>(items: readonly Item[], number: number, count: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => (index + number) % step === 0).slice(0, count);
}

describe("unlocks of a participant", () => {
  let matcher: Matcher;
  beforeAll(async () => {
    matcher = await matcherWith(participants, vacancies);
  });

  it("count what a new match with the changed profile gives, for 200 generated people", async () => {
    const before = openVacancies(matcher);
    const expected: { readonly of: string; readonly unlock: ParticipantUnlock }[] = [];
    const changed: Participant[] = [];
    for (const [number, participant] of participants.entries()) {
      const { singles, pairs, open } = matcher.unlocksOfParticipant(participant.id, every);
      expect(open).toBe((before.get(participant.id) ?? []).length);
      const known = profileChanges(participant, vacancies, context);
      for (const unlock of [...someOf(singles, number, 1), ...someOf(pairs, number, 1)]) {
        changed.push({ ...applyAll(participant, unlock.changes, known), id: `changed-${changed.length}` });
        expected.push({ of: participant.id, unlock });
      }
    }
    const after = openVacancies(await matcherWith(changed, vacancies));
    for (const [number, { of, unlock }] of expected.entries()) {
      const opened = (after.get(`changed-${number}`) ?? []).filter((id) => !before.get(of)?.includes(id));
      expect({ of, ...unlock }).toEqual({ of, ...unlock, vacancies: opened, matches: opened.length });
    }
    expect(expected.length).toBeGreaterThan(300);
  });

  it("leave out nothing but what brings nothing or what another one brings for no more effort", () => {
    for (const participant of participants.slice(0, 2)) {
      const { singles, pairs } = matcher.unlocksOfParticipant(participant.id, every);
      const shown = new Map([...singles, ...pairs].map((unlock) => [idsOf(unlock), unlock]));
      const expected = everyVariant(participant).filter(({ together }) => together > 0);
      for (const { ids, effort, opened, together } of expected) {
        const { vacancies: found = [], onlyTogether = 0 } = shown.get(ids) ?? {};
        if (shown.has(ids))
          expect({ ids, found, onlyTogether }).toEqual({ ids, found: opened, onlyTogether: together });
        else
          expect({ ids, dominated: isDominated(effort, opened, shown.values()) }).toEqual({
            ids,
            dominated: true,
          });
      }
      expect(shown.size).toBeGreaterThan(0);
    }
  });

  it("are the best ones, the cheapest first", () => {
    for (const { id } of participants.slice(0, 40)) {
      const all = matcher.unlocksOfParticipant(id, every);
      const few = matcher.unlocksOfParticipant(id, { date, singles: 2, pairs: 2 });
      for (const kind of ["singles", "pairs"] as const) {
        const worths = all[kind].map(({ onlyTogether }) => onlyTogether).sort((a, b) => b - a);
        expect(few[kind].map(({ onlyTogether }) => onlyTogether).sort((a, b) => b - a)).toEqual(
          worths.slice(0, 2),
        );
        const efforts = few[kind].map(({ effort }) => effort);
        expect(efforts).toEqual([...efforts].sort((a, b) => a - b));
      }
    }
  });

  it("change nothing of the profile, and give valid profiles", () => {
    for (const participant of participants.slice(0, 60)) {
      const before = structuredClone(participant);
      for (const change of profileChanges(participant, vacancies, context).values()) {
        expect({ id: change.id, ...parseParticipant(change.apply(participant)) }).toMatchObject({ ok: true });
      }
      expect(participant).toEqual(before);
    }
  });
});

function idsOf({ changes }: ParticipantUnlock): string {
  return changes.map(({ id }) => id).join(" ");
}

function isDominated(effort: number, opened: readonly string[], shown: Iterable<ParticipantUnlock>): boolean {
  return [...shown].some(
    (other) => other.effort <= effort && opened.every((id) => other.vacancies.includes(id)),
  );
}

interface OracleVariant {
  readonly ids: string;
  readonly effort: number;
  readonly opened: readonly string[];
  /** Vacancies that neither change opens alone; all of them for a single change. */
  readonly together: number;
}

/** Every change and every two changes of different aspects, judged pair by pair. */
function everyVariant(participant: Participant): OracleVariant[] {
  const closed = vacancies.filter((vacancy) => !isOpen(participant, vacancy));
  const openedTo = (record: Participant) =>
    closed.filter((vacancy) => isOpen(record, vacancy)).map(({ id }) => id);
  const changes = [...suggested(participant).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const singles = changes.map((change) => {
    const opened = openedTo(change.apply(participant));
    const effort = defaultEfforts[change.effort] * change.times;
    return { change, ids: change.id, effort, opened, together: opened.length };
  });
  const pairs = singles.flatMap((one, index) =>
    singles.slice(index + 1).flatMap((other) => {
      if (one.change.aspect === other.change.aspect) return [];
      const opened = openedTo(other.change.apply(one.change.apply(participant)));
      const together = opened.filter((id) => !one.opened.includes(id) && !other.opened.includes(id)).length;
      return [{ ids: `${one.ids} ${other.ids}`, effort: one.effort + other.effort, opened, together }];
    }),
  );
  return [...singles, ...pairs];
}

function suggested(participant: Participant): ReadonlyMap<string, ProfileChange> {
  const closed = vacancies.filter((vacancy) => {
    const failing = builtInRules.filter(
      (rule) => outcomeOf(rule, { participant, vacancy, context }) === "fail",
    );
    return (
      failing.length <= 2 &&
      failing.every((rule) => profileChanges(participant, [vacancy], context, [rule]).size > 0)
    );
  });
  return profileChanges(participant, closed, context);
}

function isOpen(participant: Participant, vacancy: Vacancy): boolean {
  return builtInRules.every((rule) => outcomeOf(rule, { participant, vacancy, context }) !== "fail");
}

describe("unlocks of hand-made people", () => {
  const driver = place("driver", { drivingLicences: [{ anyOf: ["B"] }] });
  const speaker = place("speaker", { languages: [{ anyOf: [{ language: "sv", level: "A2" }] }] });
  const both = place("both", { ...speaker, drivingLicences: driver.drivingLicences, id: "both" });
  const beginner = person("beginner", {
    drivingLicences: [],
    languages: [{ language: "sv", sfi: { course: "C", status: "attending" } }],
  });

  it("tell what one change opens and what only two open together", async () => {
    const matcher = await matcherWith([beginner], [driver, speaker, both]);
    const { total, open, singles, pairs } = matcher.unlocksOfParticipant("beginner", { date });
    expect([total, open]).toEqual([3, 0]);
    expect(singles.map(({ changes, vacancies: ids }) => [changes.map(({ text }) => text.sv), ids])).toEqual([
      [["Klara SFI kurs C (svenska A2)"], ["speaker"]],
      [["Ta B-körkort"], ["driver"]],
    ]);
    expect(pairs.map(({ matches, onlyTogether }) => [matches, onlyTogether])).toEqual([[3, 1]]);
  });

  it("take other efforts when they are given", async () => {
    const matcher = await matcherWith([beginner], [driver, speaker]);
    const efforts = { drivingLicence: 1, languageLevel: 7 };
    const { singles } = matcher.unlocksOfParticipant("beginner", { date, efforts });
    expect(singles.map(({ changes, effort }) => [changes[0]?.id, effort])).toEqual([
      ["drivingLicence:B", 1],
      ["language:sv:A2", 7],
    ]);
  });

  it("count what is unknown as closed when unknown is to be excluded", async () => {
    const matcher = await matcherWith([person("unasked", { drivingLicences: [] })], [both]);
    const { pairs, singles } = matcher.unlocksOfParticipant("unasked", { date });
    expect([singles.map(({ matches }) => matches), pairs]).toEqual([[1], []]);
    expect(matcher.unlocksOfParticipant("unasked", { date, unknown: "exclude" }).singles).toEqual([]);
  });

  it("see nothing beyond a border, and judge rules of a caller's own", async () => {
    const nights = defineRule<boolean | undefined, true>({
      id: "nights",
      name: { sv: "Natt", en: "Night" },
      disclosure: { caseWorker: "full", employer: "full", participant: "full" },
      factOf: ({ skills, drivingLicences }) => skills?.includes("night") && drivingLicences?.includes("B"),
      needOf: ({ title }) => (title === "Nattvakt" ? true : undefined),
      judge: (_need, able) => (able === true ? "pass" : "fail"),
      explain: () => ({ required: { sv: "-", en: "-" }, found: { sv: "-", en: "-" }, source: "stated" }),
      changesFor: () => [
        {
          id: "nights:learn",
          aspect: "nights",
          effort: "workingTime",
          times: 1,
          describe: () => ({ sv: "Arbeta natt", en: "Work nights" }),
          apply: (participant) => ({ ...participant, skills: ["night"] }),
        },
      ],
    });
    const night = place("night", { title: "Nattvakt" });
    const elsewhere = place("elsewhere", { units: ["south"], drivingLicences: [{ anyOf: ["B"] }] });
    const matcher = await matcherWith([beginner], [night, driver, elsewhere], { rules: [nights] });
    const { total, pairs } = matcher.unlocksOfParticipant("beginner", { date });
    expect(total).toBe(2);
    expect(pairs.map(({ changes }) => changes.map(({ id }) => id))).toEqual([
      ["drivingLicence:B", "nights:learn"],
    ]);
    expect(pairs[0]).toMatchObject({ matches: 2, onlyTogether: 1, vacancies: ["night", "driver"] });
  });

  it("refuse what is not known", async () => {
    const matcher = await matcherWith([beginner], [driver]);
    const codeOf = (act: () => unknown) => {
      try {
        act();
        return undefined;
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    expect(codeOf(() => matcher.unlocksOfParticipant("nobody"))).toBe("unknownParticipant");
    expect(codeOf(() => matcher.unlocksOfParticipant("beginner", { units: ["south"] }))).toBe(
      "unknownParticipant",
    );
    expect(codeOf(() => matcher.unlocksOfParticipant("beginner", { pairs: -1 }))).toBe("invalidRequest");
    expect(codeOf(() => matcher.unlocksOfParticipant("beginner", { efforts: { weekday: 0 } }))).toBe(
      "invalidRequest",
    );
  });
});
