import {
  type Eligibility,
  isOpenOn,
  type Localised,
  type Participant,
  type PlacementTypeId,
  placementTypeIds,
  placementTypes,
  requiresEligibility,
  type Vacancy,
} from "@jobbmatch/shared";
import { dayNumber, dayText, firstDay, lastDay } from "../columns/day-number.ts";
import { canonicalList } from "./canonical-list.ts";
import { beEligible } from "./changes/be-eligible.ts";
import { type DatedDefinition, type DatedDemand, DatedFacts } from "./dated-facts.ts";
import { defineRule } from "./define-rule.ts";
import { placementRelaxations } from "./relaxations/relax-placement.ts";
import type { Evidence, MatchContext, Outcome, Remedy } from "./rule.ts";
import { startDay } from "./start-day.ts";

/** Decisions that the person has, each with its period; `undefined` when nobody has asked. */
type Fact = readonly Eligibility[] | undefined;

interface Need {
  readonly placementType: PlacementTypeId;
  /** Day on which the placement starts, ISO date. */
  readonly start: string;
  /** Whether new placements of the type may start on that day. */
  readonly open: boolean;
  /** Whether an authority must find the person eligible. */
  readonly needsDecision: boolean;
  /** The same as dated entries; `undefined` when nobody can be placed. */
  readonly demand: DatedDemand | undefined;
}

/**
 * Demands that new placements of the vacancy's type may start on the start day and, where the type needs a
 * decision, that the person's decision holds on that day.
 */
export const eligibilityRule = defineRule<Fact, Need>({
  id: "eligibility",
  name: { sv: "Behörighet till insatsen", en: "Eligibility for the placement" },
  disclosure: { caseWorker: "full", employer: "hidden", participant: "full" },
  reads: ["eligibility"],
  factOf,
  needOf,
  needKeyOf: ({ placementType, start, open }) => `${placementType} ${start} ${open}`,
  judge,
  createFacts: () => new DatedFacts(datedEligibility),
  explain,
  changesFor: (need, fact) =>
    need.open ? [beEligible(need.placementType, decisionsFor(need, fact).length > 0)] : [],
  relaxationsOf: placementRelaxations,
});

/** Decisions as dated entries: which type, from when and until when. */
const datedEligibility: DatedDefinition<Fact, Need> = {
  kinds: placementTypeIds,
  entriesOf: (fact) =>
    fact?.map(({ placementType, from, until }) => ({
      kind: placementTypeIds.indexOf(placementType),
      from: from === undefined ? firstDay : dayNumber(from),
      until: until === undefined ? lastDay : dayNumber(until),
    })),
  factOf: (entries) =>
    entries?.map(({ kind, from, until }) => ({
      placementType: placementTypeIds[kind] ?? "ordinary",
      from: from === firstDay ? undefined : dayText(from),
      until: until === lastDay ? undefined : dayText(until),
    })),
  demandOf: ({ demand }) => demand,
};

function factOf({ eligibility }: Participant): Fact {
  return (
    eligibility &&
    canonicalList(eligibility.map(({ placementType, from, until }) => ({ placementType, from, until })))
  );
}

function needOf(vacancy: Vacancy, context: MatchContext): Need | undefined {
  const { placementType } = vacancy;
  if (placementType === undefined) return undefined;
  const start = startDay(vacancy, context);
  const catalogue = context.placementTypes ?? placementTypes;
  const open = isOpenOn(placementType, start, catalogue);
  const needsDecision = requiresEligibility(catalogue[placementType], start);
  if (open && !needsDecision) return undefined;
  const demand = { day: dayNumber(start), groups: [[placementTypeIds.indexOf(placementType)]] };
  return { placementType, start, open, needsDecision, demand: open ? demand : undefined };
}

function judge(need: Need, fact: Fact): Outcome {
  if (!need.open) return "fail";
  if (fact === undefined) return "unknown";
  return decisionsFor(need, fact).some((decision) => covers(decision, need.start)) ? "pass" : "fail";
}

function decisionsFor({ placementType }: Need, fact: Fact): readonly Eligibility[] {
  return fact?.filter((decision) => decision.placementType === placementType) ?? [];
}

function covers({ from, until }: Eligibility, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

function explain(need: Need, fact: Fact): Evidence {
  const outcome = judge(need, fact);
  const { name } = placementTypes[need.placementType];
  const evidence: Evidence = { required: requiredText(need), found: foundText(need, fact), source: "stated" };
  if (outcome === "unknown") {
    const text = {
      sv: `Har personen ett beslut om ${name.sv}?`,
      en: `Does the person have a decision on eligibility (${name.en})?`,
    };
    return { ...evidence, questions: [{ id: `eligibility:${need.placementType}`, text }] };
  }
  return outcome === "fail" && need.open ? { ...evidence, remedies: [remedyFor(need, fact)] } : evidence;
}

function requiredText({ placementType, start, needsDecision }: Need): Localised {
  const { name } = placementTypes[placementType];
  return needsDecision
    ? {
        sv: `beslut om ${name.sv} som gäller ${start}`,
        en: `a decision on eligibility (${name.en}) valid on ${start}`,
      }
    : { sv: `${name.sv} som kan börja ${start}`, en: `${name.en} that may start on ${start}` };
}

function foundText(need: Need, fact: Fact): Localised {
  const { name } = placementTypes[need.placementType];
  if (!need.open) {
    return {
      sv: `${name.sv} är inte öppet för nya platser ${need.start}`,
      en: `${name.en} is not open for new placements on ${need.start}`,
    };
  }
  if (fact === undefined) return { sv: "uppgift om beslut saknas", en: "no information on decisions" };
  const decisions = decisionsFor(need, fact);
  const decision = decisions.find((candidate) => covers(candidate, need.start)) ?? lastOf(decisions);
  if (decision === undefined)
    return { sv: `inget beslut om ${name.sv}`, en: `no decision on eligibility (${name.en})` };
  return decisionText(decision, need.start);
}

function decisionText({ from, until }: Eligibility, start: string): Localised {
  if (until !== undefined && until < start)
    return { sv: `beslutet gick ut ${until}`, en: `the decision ran out on ${until}` };
  if (from !== undefined && from > start)
    return { sv: `beslutet börjar gälla ${from}`, en: `the decision starts on ${from}` };
  return until === undefined
    ? { sv: "beslutet gäller tills vidare", en: "the decision is valid until further notice" }
    : { sv: `beslutet gäller till och med ${until}`, en: `the decision is valid until ${until}` };
}

/** The decision that lasts longest: the one to extend, or the one that starts too late. */
function lastOf(decisions: readonly Eligibility[]): Eligibility | undefined {
  return [...decisions].sort((a, b) => ((a.until ?? "~") < (b.until ?? "~") ? 1 : -1))[0];
}

function remedyFor(need: Need, fact: Fact): Remedy {
  const { name } = placementTypes[need.placementType];
  const id = `eligibility:${need.placementType}`;
  const decision = lastOf(decisionsFor(need, fact));
  if (decision === undefined) {
    const text = {
      sv: `Ansök om beslut om ${name.sv}`,
      en: `Apply for a decision on eligibility (${name.en})`,
    };
    return { id, text };
  }
  if (decision.until !== undefined && decision.until < need.start) {
    const text = {
      sv: `Ansök om förlängt beslut om ${name.sv}`,
      en: `Apply to extend the decision on eligibility (${name.en})`,
    };
    return { id: `${id}:extend`, text };
  }
  const text = {
    sv: `Ansök om tidigare start för beslutet om ${name.sv}`,
    en: `Apply for an earlier start of the decision on eligibility (${name.en})`,
  };
  return { id: `${id}:earlier`, text };
}
