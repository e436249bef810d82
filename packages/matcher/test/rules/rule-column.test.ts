import type { Participant } from "@jobbmatch/shared";
import { describe, expect, it } from "vitest";
import { builtInRules } from "../../src/rules/built-in-rules.ts";
import { defineRule } from "../../src/rules/define-rule.ts";
import type { FactColumn, RuleDefinition } from "../../src/rules/rule.ts";

const vacancy = {
  id: "v1",
  version: 1,
  employer: "Storköket",
  title: "Kock",
  seats: 1,
  seatsTaken: 0,
  status: "open" as const,
};

const inUnit = (unit: string): Participant => ({ id: "p1", unit, version: 1 });

/** A column of units, and the facts that were judged to select from it. */
function countingColumn() {
  const judged: string[] = [];
  const rule = defineRule<string, true>({
    id: "counting",
    name: { sv: "Räknande", en: "Counting" },
    disclosure: { caseWorker: "full", employer: "full", participant: "full" },
    factOf: ({ unit }) => unit,
    needOf: () => true,
    needKeyOf: () => "unit-a",
    judge: (_need, unit) => {
      judged.push(unit);
      return unit === "unit-a" ? "pass" : "fail";
    },
    explain: (_need, unit) => ({
      required: { sv: "unit-a", en: "unit-a" },
      found: { sv: unit, en: unit },
      source: "stated",
    }),
  });
  const column = rule.createColumn();
  const select = () => {
    judged.length = 0;
    const answer = column.compile(vacancy, { date: "2026-03-01" })?.select();
    return { pass: [...(answer?.pass ?? [])], judged: [...judged].sort() };
  };
  return { column, select };
}

describe("RuleColumn", () => {
  it("judges each distinct fact once, however many share it", () => {
    const { column, select } = countingColumn();
    for (let slot = 0; slot < 200; slot++) column.prepare(inUnit(slot % 2 === 0 ? "unit-a" : "unit-b"))(slot);
    const { pass, judged } = select();
    expect(pass).toHaveLength(100);
    expect(judged).toEqual(["unit-a", "unit-b"]);
  });

  it("remembers an answer and judges only what has changed since", () => {
    const { column, select } = countingColumn();
    for (let slot = 0; slot < 200; slot++) column.prepare(inUnit("unit-b"))(slot);
    select();
    expect(select()).toEqual({ pass: [], judged: [] });
    column.prepare(inUnit("unit-a"))(7);
    expect(select()).toEqual({ pass: [7], judged: ["unit-a"] });
    column.remove(7);
    expect(select()).toEqual({ pass: [], judged: [] });
  });

  it("forgets a fact that nobody has any more, after an update as after a removal", () => {
    const { column, select } = countingColumn();
    column.prepare(inUnit("unit-a"))(0);
    column.prepare(inUnit("unit-b"))(0);
    expect(select()).toEqual({ pass: [], judged: ["unit-b"] });
    column.remove(0);
    column.remove(0);
    expect(select()).toEqual({ pass: [], judged: [] });
  });

  it("changes nothing before the prepared participant is stored", () => {
    const { column, select } = countingColumn();
    column.prepare(inUnit("unit-a"));
    expect(select()).toEqual({ pass: [], judged: [] });
  });

  it("tells apart more facts than 16 bits can number", () => {
    const { column, select } = countingColumn();
    for (let slot = 0; slot < 65_600; slot++) column.prepare(inUnit(`unit-${slot}`))(slot);
    column.prepare(inUnit("unit-a"))(65_600);
    expect(select().pass).toEqual([65_600]);
    const restored = countingColumn();
    const image = column.image();
    expect(image && restored.column.restore(image)).toBe(true);
    expect(restored.select().pass).toEqual([65_600]);
  });

  it("takes on no image of another rule, of another version of its facts, or with less in it", () => {
    const column = versioned(1);
    const image = column.image();
    if (image === undefined) throw new Error("the column has no image");
    expect(versioned(1).restore(image)).toBe(true);
    expect(versioned(2).restore(image)).toBe(false);
    expect(versioned(1).restore({ ...image, format: "homes, version 1" })).toBe(false);
    expect(versioned(1).restore({ ...image, json: ["unit-a"] })).toBe(false);
    expect(versioned(1).restore({ ...image, arrays: {} })).toBe(false);
    for (const { createColumn } of builtInRules) {
      const other = createColumn();
      const own = other.image();
      expect(own && other.restore({ ...own, format: "none, version 1" })).toBe(false);
      expect(own && other.restore({ ...own, arrays: {} })).toBe(false);
    }
  });

  it("has no image where the key of a fact does not tell the fact", () => {
    expect(versioned(1, { keyOf: (unit) => unit }).image()).toBeUndefined();
    const keyed = versioned(1, { keyOf: (unit) => unit, factOfKey: (key) => key });
    expect(keyed.image()?.format).toBe("facts, version 1");
  });
});

type Keys = Pick<RuleDefinition<string, true>, "keyOf" | "factOfKey">;

/** A column of units, whose facts are of some version. */
function versioned(factVersion: number, keys: Keys = {}): FactColumn {
  const column = defineRule<string, true>({
    id: "versioned",
    name: { sv: "Enhet", en: "Unit" },
    disclosure: { caseWorker: "full", employer: "full", participant: "full" },
    factVersion,
    factOf: ({ unit }) => unit,
    ...keys,
    needOf: () => true,
    judge: () => "pass",
    explain: () => ({ required: { sv: "–", en: "–" }, found: { sv: "–", en: "–" }, source: "stated" }),
  }).createColumn();
  column.prepare(inUnit("unit-a"))(0);
  return column;
}
