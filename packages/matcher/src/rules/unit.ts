import type { Localised, Vacancy } from "@jobbmatch/shared";
import { defineRule } from "./define-rule.ts";
import type { Evidence, MatchContext } from "./rule.ts";

/** Units whose participants may be proposed. */
type Need = ReadonlySet<string>;

/**
 * The secrecy border: only participants of units that the asker may see and that the vacancy is open to. Nothing
 * about the people beyond it is asked or suggested.
 */
export const unitRule = defineRule<string, Need>({
  id: "unit",
  name: { sv: "Enhet", en: "Unit" },
  border: true,
  disclosure: { caseWorker: "full", employer: "hidden", participant: "hidden" },
  reads: ["unit"],
  factOf: ({ unit }) => unit,
  needOf,
  needKeyOf: (units) => [...units].sort().join(" "),
  judge: (need, unit) => (need.has(unit) ? "pass" : "fail"),
  explain,
});

function needOf(vacancy: Vacancy, context: MatchContext): Need | undefined {
  const lists = [context.units, vacancy.units].filter((units) => units !== undefined);
  const [first, second] = lists.map((units) => new Set(units));
  if (first === undefined || second === undefined) return first;
  return new Set([...first].filter((unit) => second.has(unit)));
}

function explain(need: Need, unit: string): Evidence {
  return {
    required: requiredText([...need]),
    found: { sv: `enhet ${unit}`, en: `unit ${unit}` },
    source: "stated",
  };
}

function requiredText(units: readonly string[]): Localised {
  const [only] = units;
  if (only === undefined) return { sv: "ingen enhet är vald", en: "no unit is chosen" };
  return units.length === 1
    ? { sv: `enhet ${only}`, en: `unit ${only}` }
    : { sv: `någon av ${units.length} enheter`, en: `one of ${units.length} units` };
}
