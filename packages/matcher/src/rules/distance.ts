import type { Coordinates, Localised, Participant, Vacancy } from "@jobbmatch/shared";
import { travelFurther } from "./changes/travel-further.ts";
import { defineRule } from "./define-rule.ts";
import { arcKm, type UnitVector, unitVector } from "./great-circle.ts";
import { joinParts, numberText } from "./localised-text.ts";
import { positionOf } from "./position.ts";
import type { Evidence, Outcome, Question, Remedy } from "./rule.ts";

/** A place as the rule compares it. */
interface Spot {
  readonly vector: UnitVector;
  readonly estimated: boolean;
}

interface Fact {
  readonly home: Spot | undefined;
  readonly maxKm: number | undefined;
}

/** Where the work is. */
type Need = Spot;

/** How far beyond the limit a distance from a municipality's main town may be before it fails instead of being asked about. */
const estimateErrorKm = 10;
/** A longer journey than this on top of what somebody accepts means moving house, which is no remedy. */
const mostExtraKm = 50;
const remedyStepKm = 5;

/**
 * Demands that the workplace is no further from home, as the crow flies, than the person accepts to travel. Where
 * only the municipality is known, its main town stands in: then slightly too far is unknown instead of a failure.
 */
export const distanceRule = defineRule<Fact, Need>({
  id: "distance",
  name: { sv: "Avstånd", en: "Distance" },
  disclosure: { caseWorker: "full", employer: "outcome", participant: "full" },
  factOf,
  needOf: ({ location }: Vacancy) => {
    const position = positionOf(location);
    return position && { vector: unitVector(position.coordinates), estimated: position.estimated };
  },
  needKeyOf: ({ vector, estimated }) => `${vector} ${estimated}`,
  judge,
  explain,
  changesFor: (need, fact) => {
    const extra = extraKmFor(need, fact);
    return extra === undefined ? [] : [travelFurther(extra)];
  },
});

function factOf({ home, commute }: Participant): Fact {
  const maxKm = commute?.maxKm;
  const position = positionOf(home);
  if (position === undefined) return { home: undefined, maxKm };
  const { estimated } = position;
  const coordinates = estimated ? position.coordinates : rounded(position.coordinates);
  return { home: { vector: unitVector(coordinates), estimated }, maxKm };
}

/** To 0.001 degrees (at most 65 metres off), so that neighbours share one fact. */
function rounded({ latitude, longitude }: Coordinates): Coordinates {
  return { latitude: Math.round(latitude * 1000) / 1000, longitude: Math.round(longitude * 1000) / 1000 };
}

function judge(need: Need, { home, maxKm }: Fact): Outcome {
  if (home === undefined || maxKm === undefined) return "unknown";
  const excess = arcKm(home.vector, need.vector) - maxKm;
  if (excess <= 0) return "pass";
  return (home.estimated || need.estimated) && excess <= estimateErrorKm ? "unknown" : "fail";
}

function explain(need: Need, fact: Fact): Evidence {
  const outcome = judge(need, fact);
  const evidence: Evidence = {
    required: { sv: "arbetsplatsen inom pendlingsavstånd", en: "the workplace within commuting distance" },
    found: foundText(need, fact),
    source: "stated",
  };
  if (outcome === "unknown") return { ...evidence, questions: questionsFor(need, fact) };
  const remedies = outcome === "fail" ? remediesFor(need, fact) : [];
  return remedies.length === 0 ? evidence : { ...evidence, remedies };
}

function questionsFor(need: Need, { home, maxKm }: Fact): Question[] {
  const questions: Question[] = [];
  if (home === undefined) questions.push(homeQuestion);
  if (maxKm === undefined) questions.push(limitQuestion);
  if (questions.length > 0) return questions;
  if (home?.estimated) questions.push(addressQuestion);
  if (need.estimated) questions.push(workplaceQuestion);
  return questions;
}

const homeQuestion: Question = {
  id: "distance:home",
  text: { sv: "Var bor personen?", en: "Where does the person live?" },
};
const limitQuestion: Question = {
  id: "distance:maxKm",
  text: {
    sv: "Hur många kilometer kan personen resa till arbetet?",
    en: "How many kilometres can the person travel to work?",
  },
};
const addressQuestion: Question = {
  id: "distance:address",
  text: { sv: "Var i kommunen bor personen?", en: "Where in the municipality does the person live?" },
};
const workplaceQuestion: Question = {
  id: "distance:workplace",
  text: { sv: "Var i kommunen ligger arbetsplatsen?", en: "Where in the municipality is the workplace?" },
};

/** How much further the person would have to travel, in steps; `undefined` where that is no remedy. */
function extraKmFor(need: Need, { home, maxKm }: Fact): number | undefined {
  if (home === undefined || maxKm === undefined) return undefined;
  const excess = arcKm(home.vector, need.vector) - maxKm;
  const extra = Math.ceil(excess / remedyStepKm) * remedyStepKm;
  return extra > mostExtraKm ? undefined : extra;
}

function remediesFor(need: Need, fact: Fact): Remedy[] {
  const extra = extraKmFor(need, fact);
  if (extra === undefined) return [];
  const text = {
    sv: `Kunna resa ${extra} km längre till arbetet`,
    en: `Be able to travel ${extra} km further to work`,
  };
  return [{ id: `distance:+${extra}`, text }];
}

function foundText(need: Need, fact: Fact): Localised {
  return joinParts([distanceText(need, fact), limitText(fact.maxKm)]);
}

function distanceText(need: Need, { home, maxKm }: Fact): Localised {
  if (home === undefined) return { sv: "uppgift om bostad saknas", en: "no information on home" };
  const km = wholeKm(arcKm(home.vector, need.vector), maxKm);
  return home.estimated || need.estimated
    ? { sv: `ungefär ${km} km`, en: `about ${km} km` }
    : { sv: `${km} km`, en: `${km} km` };
}

/** To the nearest, but up when the distance would else look as if it kept within a limit that it exceeds. */
function wholeKm(km: number, maxKm: number | undefined): number {
  const nearest = Math.round(km);
  return maxKm !== undefined && km > maxKm && nearest <= maxKm ? Math.ceil(km) : nearest;
}

function limitText(maxKm: number | undefined): Localised {
  if (maxKm === undefined) return { sv: "okänt hur långt personen kan resa", en: "travel limit unknown" };
  const { sv, en } = numberText(maxKm);
  return { sv: `kan resa ${sv} km`, en: `can travel ${en} km` };
}
