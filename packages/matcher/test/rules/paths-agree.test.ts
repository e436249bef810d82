import { type Participant, parseParticipant, parseVacancy } from "@jobbmatch/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bitset } from "../../src/rules/bitset.ts";
import { builtInRules } from "../../src/rules/built-in-rules.ts";
import type { FactColumn, MatchContext, Outcome, Requirement, Rule } from "../../src/rules/rule.ts";
import { contextArbitrary, participantArbitrary, vacancyArbitrary } from "../arbitraries.ts";
import { ownRule } from "./own-rule.ts";
import { assess, outcomeOf, pairArbitrary } from "./pairs.ts";
import { type Oracle, oracles } from "./rule-oracle.ts";

const ownOracle: Oracle = ({ skills }, { title }) => {
  if (title !== "Nattvakt") return ["pass"];
  if (skills === undefined) return ["unknown"];
  return [skills.includes("night") ? "pass" : "fail"];
};

function oracleOf({ id }: Rule): Oracle {
  const oracle = id === ownRule.id ? ownOracle : oracles[id];
  if (oracle === undefined) throw new RangeError(`no oracle for ${id}`);
  return oracle;
}

/** Slots around the borders of 32-bit words, stored, stored again, and removed (`undefined`). */
const changes = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 66 }), fc.option(participantArbitrary, { freq: 4, nil: undefined })),
  { minLength: 20, maxLength: 60 },
);

/** Makes all changes, and asks after each of them, so that remembered answers have to take in the next one. */
function fill(rule: Rule, list: readonly Change[], askOf: (column: FactColumn) => void) {
  const column = rule.createColumn();
  const stored = new Map<number, Participant>();
  for (const [slot, participant] of list) {
    apply(column, [slot, participant]);
    if (participant === undefined) stored.delete(slot);
    else stored.set(slot, participant);
    askOf(column);
  }
  return { column, stored };
}

type Change = readonly [number, Participant | undefined];

function apply(column: FactColumn, [slot, participant]: Change): void {
  if (participant === undefined) column.remove(slot);
  else column.prepare(participant)(slot);
}

/** A new column with the state of another, which went through JSON text as a snapshot does. */
function restoredFrom(rule: Rule, column: FactColumn): FactColumn {
  const image = column.image();
  if (image === undefined) throw new RangeError(`rule ${rule.id} has no image`);
  const restored = rule.createColumn();
  expect(restored.restore({ ...image, json: JSON.parse(JSON.stringify(image.json)) })).toBe(true);
  return restored;
}

function outcomeIn(pass: Bitset, unknown: Bitset, slot: number): Outcome {
  expect(pass.has(slot) && unknown.has(slot)).toBe(false);
  if (pass.has(slot)) return "pass";
  return unknown.has(slot) ? "unknown" : "fail";
}

/** Both paths for everybody; `undefined` if the vacancy asks nothing of the rule. */
function answersOf(requirement: Requirement | undefined, slots: ReadonlySet<number>) {
  if (requirement === undefined) return undefined;
  const { pass, unknown } = requirement.select();
  expect([...pass, ...unknown].filter((slot) => !slots.has(slot))).toEqual([]);
  return new Map(
    [...slots].map((slot) => {
      expect(outcomeIn(pass, unknown, slot)).toBe(requirement.judge(slot));
      return [slot, requirement.judge(slot)];
    }),
  );
}

describe.each([...builtInRules, ownRule].map((rule) => [rule.id, rule] as const))("rule %s", (_id, rule) => {
  it("answers alike as bitsets, pair by pair and in the oracle, also after updates and removals", () => {
    const vacancies = fc.array(vacancyArbitrary, { minLength: 1, maxLength: 4 });
    const property = fc.property(changes, vacancies, contextArbitrary, (list, asked, context) => {
      const askOf = (each: FactColumn) => {
        for (const vacancy of asked) each.compile(vacancy, context)?.select();
      };
      const { column, stored } = fill(rule, list, askOf);
      for (const vacancy of asked) {
        const answers = answersOf(column.compile(vacancy, context), new Set(stored.keys()));
        for (const [slot, participant] of stored) {
          const expected = oracleOf(rule)(participant, vacancy, context);
          expect(expected).toContain(answers === undefined ? "pass" : answers.get(slot));
        }
      }
    });
    fc.assert(property, { numRuns: 30 });
  });

  it("answers as before when it is restored from its image, and goes on changing", () => {
    const asked = fc.tuple(vacancyArbitrary, contextArbitrary);
    const property = fc.property(changes, changes, asked, (earlier, later, [vacancy, context]) => {
      const { column } = fill(rule, earlier, (each) => each.compile(vacancy, context)?.select());
      const restored = restoredFrom(rule, column);
      const { stored } = fill(rule, [...earlier, ...later], () => {});
      for (const change of later) apply(restored, change);
      for (const change of later) apply(column, change);
      const slots = new Set(stored.keys());
      const [before, after] = [column, restored].map((each) => each.compile(vacancy, context));
      expect(answersOf(after, slots)).toEqual(answersOf(before, slots));
      for (const slot of slots) expect(after?.explain(slot)).toEqual(before?.explain(slot));
    });
    fc.assert(property, { numRuns: 20 });
  });

  it("refuses to answer for a slot that holds nobody", () => {
    const column = rule.createColumn();
    const [participant] = fc.sample(participantArbitrary, 1);
    if (participant !== undefined) column.prepare(participant)(3);
    column.remove(3);
    for (const [vacancy, context] of fc.sample(fc.tuple(vacancyArbitrary, contextArbitrary), 50)) {
      const requirement = column.compile(vacancy, context);
      if (requirement !== undefined) expect(() => requirement.judge(3)).toThrow(RangeError);
    }
  });
});

describe("the arbitraries", () => {
  it("give valid participants and vacancies", () => {
    fc.assert(
      fc.property(pairArbitrary, ({ participant, vacancy }) => {
        expect(parseParticipant(participant)).toMatchObject({ ok: true });
        expect(parseVacancy(vacancy)).toMatchObject({ ok: true });
      }),
    );
  });

  it("reach every outcome of every rule", () => {
    const pairs = fc.sample(pairArbitrary, { numRuns: 400, seed: 1 });
    const reached = builtInRules.map((rule) => {
      const outcomes = pairs.map((pair) => assess(rule, pair)?.outcome).filter((outcome) => outcome);
      return [rule.id, [...new Set(outcomes)].sort().join(" ")];
    });
    const all = "fail pass unknown";
    const expected = builtInRules.map(({ id }) => [id, ["unit", "seats"].includes(id) ? "fail pass" : all]);
    expect(reached).toEqual(expected);
  });

  it("leave nothing to a vacancy's silence: what is not asked passes", () => {
    const asksNothing = fc.record({ participant: participantArbitrary, context: contextArbitrary });
    fc.assert(
      fc.property(asksNothing, ({ participant, context }) => {
        const vacancy = { ...silentVacancy };
        const open: MatchContext = { date: context.date };
        for (const rule of builtInRules) {
          expect(outcomeOf(rule, { participant, vacancy, context: open })).toBe("pass");
        }
      }),
    );
  });
});

const silentVacancy = {
  id: "v",
  version: 1,
  employer: "Storköket",
  title: "Kock",
  seats: 1,
  seatsTaken: 0,
  status: "open" as const,
};
