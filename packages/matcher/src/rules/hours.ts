import type { Localised, Vacancy } from "@jobbmatch/shared";
import { defineRule } from "./define-rule.ts";
import { localise, numberText } from "./localised-text.ts";
import { type Provenance, provenanceOf } from "./requirement-groups.ts";
import type { Evidence, Outcome, Question, Remedy } from "./rule.ts";

/** Fewest and most hours a week that the person can work; a bound that is absent is unknown. */
interface Fact {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** Hours a week, 0 to 168. */
interface Range {
  readonly min: number;
  readonly max: number;
}

/** Fewest and most hours a week that the vacancy offers. */
type Need = Range & Provenance;

const mostHours = 168;

/**
 * Demands that the hours a week which the person can work overlap with those of the vacancy. A bound that the
 * vacancy leaves out is not demanded; one that the profile leaves out can be anything that fits the other bound.
 */
export const hoursRule = defineRule<Fact, Need>({
  id: "hours",
  name: { sv: "Timmar per vecka", en: "Hours a week" },
  disclosure: { caseWorker: "full", employer: "outcome", participant: "full" },
  factOf: ({ availability }) => ({
    min: availability?.hoursPerWeek?.min,
    max: availability?.hoursPerWeek?.max,
  }),
  needOf,
  judge,
  explain,
});

function needOf({ hoursPerWeek }: Vacancy): Need | undefined {
  if (hoursPerWeek === undefined) return undefined;
  const { min = 0, max = mostHours, source, evidence } = hoursPerWeek;
  return min === 0 && max === mostHours ? undefined : { min, max, source, evidence };
}

function judge(need: Need, { min, max }: Fact): Outcome {
  const fewest = { atBest: min ?? 0, atWorst: min ?? max ?? mostHours };
  const most = { atBest: max ?? mostHours, atWorst: max ?? min ?? 0 };
  if (fewest.atBest > need.max || most.atBest < need.min) return "fail";
  return fewest.atWorst <= need.max && most.atWorst >= need.min ? "pass" : "unknown";
}

function explain(need: Need, fact: Fact): Evidence {
  const evidence: Evidence = { required: rangeText(need), found: foundText(fact), ...provenanceOf([need]) };
  const outcome = judge(need, fact);
  if (outcome === "unknown") return { ...evidence, questions: questionsFor(need, fact) };
  return outcome === "fail" ? { ...evidence, remedies: [remedyFor(need, fact)] } : evidence;
}

/** Asks only for a bound that the outcome hangs on. */
function questionsFor(need: Need, { min, max }: Fact): Question[] {
  const asked: Question[] = [];
  if (max === undefined && (min ?? 0) < need.min) {
    const text = {
      sv: "Hur många timmar i veckan kan personen arbeta som mest?",
      en: "How many hours a week can the person work at most?",
    };
    asked.push({ id: "hours:max", text });
  }
  if (min === undefined && (max ?? mostHours) > need.max) {
    const text = {
      sv: "Hur många timmar i veckan vill personen arbeta som minst?",
      en: "How many hours a week does the person want to work at least?",
    };
    asked.push({ id: "hours:min", text });
  }
  return asked;
}

function remedyFor(need: Need, { min }: Fact): Remedy {
  if (min !== undefined && min > need.max) {
    const { sv, en } = numberText(need.max);
    const text = { sv: `Kunna tänka sig ${sv} timmar i veckan`, en: `Accept ${en} hours a week` };
    return { id: `hours:min:${need.max}`, text };
  }
  const { sv, en } = numberText(need.min);
  const text = { sv: `Kunna arbeta ${sv} timmar i veckan`, en: `Be able to work ${en} hours a week` };
  return { id: `hours:max:${need.min}`, text };
}

function foundText({ min, max }: Fact): Localised {
  if (min === undefined && max === undefined)
    return { sv: "uppgift om timmar saknas", en: "no information on hours" };
  return rangeText({ min: min ?? 0, max: max ?? mostHours });
}

function rangeText({ min, max }: Range): Localised {
  const unit = { sv: "timmar i veckan", en: "hours a week" };
  const [fewest, most] = [numberText(min), numberText(max)];
  if (min === max) return localise((to) => `${fewest[to]} ${unit[to]}`);
  if (min === 0) return { sv: `högst ${most.sv} ${unit.sv}`, en: `at most ${most.en} ${unit.en}` };
  if (max === mostHours)
    return { sv: `minst ${fewest.sv} ${unit.sv}`, en: `at least ${fewest.en} ${unit.en}` };
  return localise((to) => `${fewest[to]}–${most[to]} ${unit[to]}`);
}
