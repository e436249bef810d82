import type { Coordinates, Localised, Participant, Vacancy } from "@jobbmatch/shared";
import { travelFurther } from "./changes/travel-further.ts";
import { defineRule } from "./define-rule.ts";
import { arcKm, unitVector } from "./great-circle.ts";
import { HomeFacts } from "./home-facts.ts";
import { joinParts, numberText } from "./localised-text.ts";
import { positionOf } from "./position.ts";
import { type Home, outcomeOf, reachOf, type Workplace } from "./reach.ts";
import type { Evidence, Outcome, Question, Remedy } from "./rule.ts";

type Fact = Home;
type Need = Workplace;

/** A longer journey than this on top of what somebody accepts means moving house, which is no remedy. */
const mostExtraKm = 50;
const remedyStepKm = 5;
/** Places are compared to within a metre; a remedy must help all the same. */
const precisionKm = 0.001;

/**
 * Demands that the workplace is no further from home, as the crow flies, than the person accepts to travel. Where
 * only the municipality is known, its main town stands in: then slightly too far is unknown instead of a failure.
 */
export const distanceRule = defineRule<Fact, Need>({
  id: "distance",
  name: { sv: "Avstånd", en: "Distance" },
  disclosure: { caseWorker: "full", employer: "outcome", participant: "full" },
  reads: ["home", "commute.maxKm"],
  factOf,
  needOf: ({ location }: Vacancy) => {
    const position = positionOf(location);
    return position && { vector: unitVector(position.coordinates), estimated: position.estimated };
  },
  needKeyOf: ({ vector, estimated }) => `${vector} ${estimated}`,
  judge,
  createFacts: () => new HomeFacts(),
  explain,
  changesFor: (need, fact) => {
    const extra = extraKmFor(need, fact);
    return extra === undefined ? [] : [travelFurther(extra)];
  },
});

function factOf({ home, commute }: Participant): Fact {
  const position = positionOf(home);
  const maxKm = commute?.maxKm;
  if (position === undefined || position.estimated) return { position, maxKm };
  return { position: { ...position, coordinates: rounded(position.coordinates) }, maxKm };
}

/** To 0.001 degrees (at most 65 metres off): the distance needs no more, and no exact address is kept for it. */
function rounded({ latitude, longitude }: Coordinates): Coordinates {
  return { latitude: Math.round(latitude * 1000) / 1000, longitude: Math.round(longitude * 1000) / 1000 };
}

function judge(need: Need, fact: Fact): Outcome {
  return outcomeOf(need, reachOf(fact));
}

/** `undefined` where the home is unknown. */
function kilometres(need: Need, { position }: Fact): number | undefined {
  return position && arcKm(unitVector(position.coordinates), need.vector);
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

function questionsFor(need: Need, { position, maxKm }: Fact): Question[] {
  const questions: Question[] = [];
  if (position === undefined) questions.push(homeQuestion);
  if (maxKm === undefined) questions.push(limitQuestion);
  if (questions.length > 0) return questions;
  if (position?.estimated) questions.push(addressQuestion);
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
function extraKmFor(need: Need, fact: Fact): number | undefined {
  const km = kilometres(need, fact);
  if (km === undefined || fact.maxKm === undefined) return undefined;
  const excess = Math.max(km - fact.maxKm, 0) + precisionKm;
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

function distanceText(need: Need, fact: Fact): Localised {
  const km = kilometres(need, fact);
  if (km === undefined) return { sv: "uppgift om bostad saknas", en: "no information on home" };
  const shown = wholeKm(km, judge(need, fact) === "pass" ? undefined : fact.maxKm);
  return fact.position?.estimated || need.estimated
    ? { sv: `ungefär ${shown} km`, en: `about ${shown} km` }
    : { sv: `${shown} km`, en: `${shown} km` };
}

/** To the nearest, but up when the distance would else look as if it kept within a limit that it exceeds. */
function wholeKm(km: number, exceededKm: number | undefined): number {
  const nearest = Math.round(km);
  return exceededKm !== undefined && nearest <= exceededKm ? Math.floor(exceededKm) + 1 : nearest;
}

function limitText(maxKm: number | undefined): Localised {
  if (maxKm === undefined) return { sv: "okänt hur långt personen kan resa", en: "travel limit unknown" };
  const { sv, en } = numberText(maxKm);
  return { sv: `kan resa ${sv} km`, en: `can travel ${en} km` };
}
