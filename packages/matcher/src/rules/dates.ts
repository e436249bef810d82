import type { Localised, Participant, Vacancy } from "@jobbmatch/shared";
import { beginBy, stayUntil } from "./changes/availability-changes.ts";
import { defineRule } from "./define-rule.ts";
import { joinParts } from "./localised-text.ts";
import { dateRelaxations } from "./relaxations/relax-dates.ts";
import type { Evidence, MatchContext, Outcome, Remedy } from "./rule.ts";

/** First and last day on which the person can work, ISO dates; `undefined` as a whole when nobody has asked. */
type Fact = Bounds | undefined;

interface Bounds {
  readonly from: string | undefined;
  readonly until: string | undefined;
}

interface Need {
  readonly deadline: string | undefined;
  /** The vacancy's own reason why nobody can be placed any more. */
  readonly over: "deadline" | "end" | undefined;
  /** Days on which the person must be available, or `undefined` if the vacancy has neither start nor end. */
  readonly period: { readonly from: string; readonly until: string } | undefined;
}

/**
 * Demands that the deadline and the end are not past, and that the person is available from the start to the end.
 *
 * Half-known cases. The person: without `availability` nobody has asked, so the outcome is unknown; inside it, a bound
 * that is absent is open, since most people can begin at once and have no last day. The vacancy: without an end, the person must be available on the start day; without a start, on the end day; a
 * start in the past means today; with neither, nothing is asked of the person.
 */
export const datesRule = defineRule<Fact, Need>({
  id: "dates",
  name: { sv: "Datum", en: "Dates" },
  disclosure: { caseWorker: "full", employer: "outcome", participant: "full" },
  reads: ["availability.from", "availability.until"],
  factOf: ({ availability }: Participant) =>
    availability && { from: availability.from, until: availability.until },
  needOf,
  needKeyOf: ({ over, period }) => `${over} ${period?.from} ${period?.until}`,
  judge,
  explain,
  changesFor: ({ over, period }, fact) => {
    if (over !== undefined || period === undefined || fact === undefined) return [];
    return [
      ...(startsLate(period, fact) ? [beginBy(mondayOf(period.from))] : []),
      ...(stopsEarly(period, fact) ? [stayUntil(lastOfMonth(period.until))] : []),
    ];
  },
  relaxationsOf: dateRelaxations,
});

function needOf({ deadline, start, end }: Vacancy, { date }: MatchContext): Need | undefined {
  if (deadline === undefined && start === undefined && end === undefined) return undefined;
  const deadlineIsPast = deadline !== undefined && deadline < date;
  const endIsPast = end !== undefined && end < date;
  const from = start !== undefined && start < date && !endIsPast ? date : (start ?? end);
  return {
    deadline,
    over: deadlineIsPast ? "deadline" : endIsPast ? "end" : undefined,
    period: from === undefined ? undefined : { from, until: end ?? from },
  };
}

function judge({ over, period }: Need, fact: Fact): Outcome {
  if (over !== undefined) return "fail";
  if (period === undefined) return "pass";
  if (fact === undefined) return "unknown";
  return startsLate(period, fact) || stopsEarly(period, fact) ? "fail" : "pass";
}

type Period = NonNullable<Need["period"]>;

/** Whole weeks and months keep the number of changes small that stand beside each other. */
function mondayOf(day: string): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function lastOfMonth(day: string): string {
  const date = new Date(day);
  date.setUTCMonth(date.getUTCMonth() + 1, 0);
  return date.toISOString().slice(0, 10);
}

function startsLate(period: Period, { from }: Bounds): boolean {
  return from !== undefined && from > period.from;
}

function stopsEarly(period: Period, { until }: Bounds): boolean {
  return until !== undefined && until < period.until;
}

function explain(need: Need, fact: Fact): Evidence {
  const evidence: Evidence = { required: requiredText(need), found: foundText(need, fact), source: "stated" };
  const outcome = judge(need, fact);
  if (outcome === "unknown") return { ...evidence, questions: [question] };
  if (outcome === "pass" || need.over !== undefined || need.period === undefined || fact === undefined)
    return evidence;
  return { ...evidence, remedies: remediesFor(need.period, fact) };
}

const question = {
  id: "dates:availability",
  text: {
    sv: "Från och med vilket datum kan personen arbeta?",
    en: "From which date can the person work?",
  },
};

function remediesFor(period: Period, fact: Bounds): Remedy[] {
  const remedies: Remedy[] = [];
  if (startsLate(period, fact)) {
    const text = { sv: `Kunna börja senast ${period.from}`, en: `Be able to start by ${period.from}` };
    remedies.push({ id: `dates:from:${period.from}`, text });
  }
  if (stopsEarly(period, fact)) {
    const text = {
      sv: `Kunna arbeta till och med ${period.until}`,
      en: `Be able to work until ${period.until}`,
    };
    remedies.push({ id: `dates:until:${period.until}`, text });
  }
  return remedies;
}

function requiredText({ deadline, period }: Need): Localised {
  const parts: Localised[] = [];
  if (period !== undefined) parts.push(periodText(period));
  if (deadline !== undefined)
    parts.push({ sv: `sista ansökningsdag ${deadline}`, en: `last day to apply ${deadline}` });
  return joinParts(parts);
}

function periodText({ from, until }: Period): Localised {
  return from === until
    ? { sv: `kan arbeta ${from}`, en: `can work on ${from}` }
    : { sv: `kan arbeta från ${from} till ${until}`, en: `can work from ${from} to ${until}` };
}

function foundText({ over, period }: Need, fact: Fact): Localised {
  if (over === "deadline") return { sv: "sista ansökningsdag har passerat", en: "the deadline has passed" };
  if (over === "end") return { sv: "perioden är slut", en: "the period is over" };
  if (period === undefined) return { sv: "ansökan är öppen", en: "applications are open" };
  if (fact === undefined) return { sv: "uppgift om datum saknas", en: "no information on dates" };
  const { from, until } = fact;
  if (from === undefined && until === undefined)
    return { sv: "kan börja när som helst", en: "can begin at any time" };
  const parts: Localised[] = [];
  if (from !== undefined) parts.push({ sv: `från och med ${from}`, en: `from ${from}` });
  if (until !== undefined) parts.push({ sv: `till och med ${until}`, en: `until ${until}` });
  return {
    sv: `kan arbeta ${parts.map(({ sv }) => sv).join(" ")}`,
    en: `can work ${parts.map(({ en }) => en).join(" ")}`,
  };
}
