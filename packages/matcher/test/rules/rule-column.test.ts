import type { Participant } from "@jobbmatch/shared";
import { describe, expect, it } from "vitest";
import { defineRule } from "../../src/rules/define-rule.ts";

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
});
