import {
  type Commitment,
  type Day,
  days,
  daysOf,
  halfHoursPerDay,
  hasHalfHour,
  intersectWeeks,
  type Localised,
  subtractWeek,
  type Vacancy,
  type Week,
  weekHours,
} from "@jobbmatch/shared";
import { defineRule } from "./define-rule.ts";
import { type FreeTime, freeTimeOf, freeTimeOfKey } from "./free-time.ts";
import { joinAll, joinParts, numberText } from "./localised-text.ts";
import { allOutcomes, provenanceOf, uniqueById } from "./requirement-groups.ts";
import type { Evidence, Outcome, Question, Remedy } from "./rule.ts";
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
  factOf: freeTimeOf,
  keyOf: ({ key }) => key,
  factOfKey: freeTimeOfKey,
  needOf: (vacancy: Vacancy) => {
    const demands = demandsOf(vacancy);
    return demands.length === 0 ? undefined : demands;
  },
  needKeyOf: (need) => JSON.stringify(need.map(({ within, hours }) => [hours, ...within])),
  judge: (need, free) => allOutcomes(need.map((demand) => judgeDemand(demand, free))),
  explain,
});

function judgeDemand({ within, hours }: Demand, { certain, possible }: FreeTime): Outcome {
  if (hoursInBoth(certain, within) >= hours) return "pass";
  return hoursInBoth(possible, within) < hours ? "fail" : "unknown";
}

function hoursInBoth(a: Week, b: Week): number {
  return weekHours(intersectWeeks(a, b));
}

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

function demandsWith(outcome: Outcome, need: Need, free: FreeTime): readonly Demand[] {
  return need.filter((demand) => judgeDemand(demand, free) === outcome);
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

/** The days that would have to be free for the timetable, in the order of the week. */
function clashingDays(failed: readonly Demand[], free: FreeTime): Day[] {
  const timetables = failed.filter(({ workingTime }) => workingTime === undefined);
  const clashing = new Set(timetables.flatMap((demand) => daysToFree(demand, free.possible)));
  return days.filter((day) => clashing.has(day));
}

/** The fewest days that give enough hours when they become free: those with the most missing time first. */
function daysToFree({ within, hours }: Demand, possible: Week): Day[] {
  const missing = subtractWeek(within, possible);
  const byHours = daysOf(missing)
    .map((day) => ({ day, hours: hoursOnDay(missing, day) }))
    .sort((a, b) => b.hours - a.hours);
  const chosen: Day[] = [];
  let free = hoursInBoth(within, possible);
  for (const candidate of byHours) {
    if (free >= hours) break;
    chosen.push(candidate.day);
    free += candidate.hours;
  }
  return chosen;
}

function hoursOnDay(week: Week, day: Day): number {
  const first = days.indexOf(day) * halfHoursPerDay;
  let count = 0;
  for (let slot = first; slot < first + halfHoursPerDay; slot++) if (hasHalfHour(week, slot)) count += 1;
  return count / 2;
}

function foundText(need: Need, free: FreeTime): Localised {
  const failed = demandsWith("fail", need, free);
  if (failed.length > 0) return clashText(failed, free);
  if (!free.isKnown) return { sv: "uppgift om ledig tid saknas", en: "no information on free time" };
  return joinParts(need.map((demand) => freeText(demand, free)));
}

function freeText({ workingTime, description, within }: Demand, { certain }: FreeTime): Localised {
  const { sv, en } = numberText(hoursInBoth(certain, within));
  const part = workingTime === undefined ? { sv: "arbetstiden", en: "the working time" } : description;
  return { sv: `${part.sv}: ledig ${sv} timmar i veckan`, en: `${part.en}: free for ${en} hours a week` };
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
