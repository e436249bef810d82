import type { Commitment, Localised } from "@jobbmatch/shared";
import { acceptWorkingTime, freeDaysFor } from "./changes/free-time-changes.ts";
import { defineRule } from "./define-rule.ts";
import { type FreeTime, freeTimeOf, freeTimeOfKey } from "./free-time.ts";
import { joinAll, joinParts, numberText } from "./localised-text.ts";
import { scheduleRelaxations } from "./relaxations/relax-schedule.ts";
import { allOutcomes, provenanceOf, uniqueById } from "./requirement-groups.ts";
import type { Evidence, Question, Remedy } from "./rule.ts";
import { clashingDays, demandsWith, hoursInBoth, judgeDemand } from "./schedule-clash.ts";
import { type Demand, demandsOf } from "./schedule-demand.ts";
import { pluralDays } from "./weekday-names.ts";

type Need = readonly Demand[];

/**
 * Demands that the person is free when the work is done. If the profile does not say when the person is free, a
 * clash with a known commitment fails and anything else is unknown.
 */
export const scheduleRule = defineRule<FreeTime, Need>({
  id: "schedule",
  name: { sv: "Arbetstider", en: "Working times" },
  // The evidence may tell the kind of a commitment.
  disclosure: { caseWorker: "full", employer: "outcome", participant: "full" },
  reads: ["availability.weekly", "availability.commitments"],
  factOf: freeTimeOf,
  keyOf: ({ key }) => key,
  factOfKey: freeTimeOfKey,
  needOf: (vacancy, context) => {
    const demands = demandsOf(vacancy, context);
    return demands.length === 0 ? undefined : demands;
  },
  needKeyOf: (need) =>
    JSON.stringify(
      need.map(({ within, hours, studyHours, workingTime }) => [workingTime, hours, studyHours, ...within]),
    ),
  judge: (need, free) => allOutcomes(need, (demand) => judgeDemand(demand, free)),
  explain,
  changesFor: (need, free) => {
    const failed = demandsWith("fail", need, free);
    const clashing = clashingDays(failed, free);
    const kinds = failed.map(({ workingTime }) => workingTime).filter((kind) => kind !== undefined);
    return [...freeDaysFor(clashing), ...kinds.map(acceptWorkingTime)];
  },
  relaxationsOf: scheduleRelaxations,
});

function explain(need: Need, free: FreeTime): Evidence {
  const evidence: Evidence = {
    required: joinParts(need.map(({ description }) => description)),
    found: foundText(need, free),
    ...provenanceOf(need),
  };
  const failed = demandsWith("fail", need, free);
  if (failed.length > 0) return { ...evidence, remedies: remediesFor(failed, free) };
  const open = demandsWith("unknown", need, free);
  return open.length === 0 ? evidence : { ...evidence, questions: uniqueById(open.map(questionFor)) };
}

function questionFor({ workingTime, description }: Demand): Question {
  if (workingTime === undefined) {
    const text = {
      sv: "Vilka dagar och tider är personen ledig för arbete?",
      en: "On which days and at what times is the person free for work?",
    };
    return { id: "schedule:weekly", text };
  }
  const text = {
    sv: `Kan personen arbeta ${description.sv}?`,
    en: `Can the person work ${description.en}?`,
  };
  return { id: `schedule:${workingTime}`, text };
}

function remediesFor(failed: readonly Demand[], free: FreeTime): readonly Remedy[] {
  const clashing = clashingDays(failed, free);
  const remedies: Remedy[] = [];
  if (clashing.length > 0) {
    const { sv, en } = pluralDays(clashing);
    const text = { sv: `Vara ledig på ${sv}`, en: `Be free on ${en}` };
    remedies.push({ id: `schedule:${clashing.join(",")}`, text });
  }
  for (const { workingTime, description } of failed) {
    if (workingTime === undefined) continue;
    const text = { sv: `Kunna arbeta ${description.sv}`, en: `Be able to work ${description.en}` };
    remedies.push({ id: `schedule:${workingTime}`, text });
  }
  return uniqueById(remedies);
}

function foundText(need: Need, free: FreeTime): Localised {
  const failed = demandsWith("fail", need, free);
  if (failed.length > 0) return clashText(failed, free);
  if (!free.isKnown) return { sv: "uppgift om ledig tid saknas", en: "no information on free time" };
  return joinParts(need.map((demand) => freeText(demand, free)));
}

function freeText(demand: Demand, { certain, studying }: FreeTime): Localised {
  const { workingTime, description, within, hours, studyHours } = demand;
  const free = hoursInBoth(certain, within);
  const part = workingTime === undefined ? { sv: "arbetstiden", en: "the working time" } : description;
  const text = {
    sv: `${part.sv}: ledig ${numberText(free).sv} timmar i veckan`,
    en: `${part.en}: free for ${numberText(free).en} hours a week`,
  };
  const studied = Math.min(studyHours, hoursInBoth(studying, within), hours - free);
  if (studied <= 0) return text;
  const { sv, en } = numberText(studied);
  return {
    sv: `${text.sv}, egna studier ${sv} timmar ryms`,
    en: `${text.en}, with room for ${en} hours of own study`,
  };
}

function clashText(failed: readonly Demand[], free: FreeTime): Localised {
  const clashing = clashingDays(failed, free);
  const parts = failed
    .filter(({ workingTime }) => workingTime !== undefined)
    .map(({ description: { sv, en } }) => ({ sv: `${sv}: ingen ledig tid`, en: `${en}: no free time` }));
  const kinds = clashingKinds(failed, free);
  if (kinds.length > 0) {
    const { sv, en } = joinAll(kinds.map((kind) => commitmentNames[kind]));
    parts.push({ sv: `krockar med ${sv}`, en: `clashes with ${en}` });
  }
  if (clashing.length > 0) {
    const { sv, en } = pluralDays(clashing);
    parts.push({ sv: `passar om ${sv} är lediga`, en: `fits if ${en} are free` });
  }
  return joinParts(parts);
}

function clashingKinds(failed: readonly Demand[], { taken }: FreeTime): Commitment["kind"][] {
  return taken
    .filter(([, week]) => failed.some(({ within }) => hoursInBoth(week, within) > 0))
    .map(([kind]) => kind);
}

const commitmentNames: Readonly<Record<Commitment["kind"], Localised>> = {
  sfi: { sv: "SFI", en: "SFI" },
  education: { sv: "utbildning", en: "education" },
  work: { sv: "arbete", en: "work" },
  care: { sv: "omsorg", en: "care" },
  other: { sv: "annat åtagande", en: "another commitment" },
};
