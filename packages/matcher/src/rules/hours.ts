import type { Localised, Vacancy } from "@jobbmatch/shared";
import { acceptFrom, workUpTo } from "./changes/availability-changes.ts";
import { defineRule } from "./define-rule.ts";
import { localise, numberText } from "./localised-text.ts";
import { ownStudyShare } from "./own-study-share.ts";
import { hoursRelaxations } from "./relaxations/relax-hours.ts";
import { type Provenance, provenanceOf } from "./requirement-groups.ts";
import type { Evidence, MatchContext, Outcome, Question, Remedy } from "./rule.ts";

/** Fewest and most hours a week that the person can work; `undefined` when nobody has asked. */
type Fact = Range | undefined;

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
 * vacancy leaves out is not demanded; one that the profile leaves out beside the other is open.
 */
export const hoursRule = defineRule<Fact, Need>({
  id: "hours",
  name: { sv: "Timmar per vecka", en: "Hours a week" },
  disclosure: { caseWorker: "full", employer: "outcome", participant: "full" },
  reads: ["availability.hoursPerWeek"],
  factOf: ({ availability }) => {
    const { min, max } = availability?.hoursPerWeek ?? {};
    return min === undefined && max === undefined ? undefined : { min: min ?? 0, max: max ?? mostHours };
  },
  needOf,
  needKeyOf: ({ min, max }) => `${min} ${max}`,
  judge,
  explain,
  changesFor: (need, fact) => {
    if (fact === undefined) return [];
    return [fact.min > need.max ? acceptFrom(need.max, fact.min) : workUpTo(need.min, fact.max)];
  },
  relaxationsOf: hoursRelaxations,
});

/** Hours that are the person's own studies are no hours of work. */
function needOf(vacancy: Vacancy, context: MatchContext): Need | undefined {
  const { hoursPerWeek } = vacancy;
  if (hoursPerWeek === undefined) return undefined;
  const { max = mostHours, source, evidence } = hoursPerWeek;
  const min = (hoursPerWeek.min ?? 0) * (1 - ownStudyShare(vacancy, context));
  return min === 0 && max === mostHours ? undefined : { min, max, source, evidence };
}

function judge(need: Need, fact: Fact): Outcome {
  if (fact === undefined) return "unknown";
  return fact.min > need.max || fact.max < need.min ? "fail" : "pass";
}

function explain(need: Need, fact: Fact): Evidence {
  const evidence: Evidence = { required: rangeText(need), found: foundText(fact), ...provenanceOf([need]) };
  if (fact === undefined) return { ...evidence, questions: [question] };
  return judge(need, fact) === "fail" ? { ...evidence, remedies: [remedyFor(need, fact)] } : evidence;
}

const question: Question = {
  id: "hours:week",
  text: {
    sv: "Hur många timmar i veckan kan personen arbeta?",
    en: "How many hours a week can the person work?",
  },
};

function remedyFor(need: Need, { min }: Range): Remedy {
  if (min > need.max) {
    const { sv, en } = numberText(need.max);
    const text = { sv: `Kunna tänka sig ${sv} timmar i veckan`, en: `Accept ${en} hours a week` };
    return { id: `hours:min:${need.max}`, text };
  }
  const { sv, en } = numberText(need.min);
  const text = { sv: `Kunna arbeta ${sv} timmar i veckan`, en: `Be able to work ${en} hours a week` };
  return { id: `hours:max:${need.min}`, text };
}

function foundText(fact: Fact): Localised {
  return fact === undefined
    ? { sv: "uppgift om timmar saknas", en: "no information on hours" }
    : rangeText(fact);
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
