import type { Availability, Participant } from "@jobbmatch/shared";
import type { ProfileChange } from "../change.ts";
import { numberText } from "../localised-text.ts";

/** To begin by the first day of a month. */
export function beginBy(day: string): ProfileChange {
  return {
    id: `dates:from:${day}`,
    aspect: "dates:from",
    effort: "date",
    times: 1,
    describe: () => ({ sv: `Kunna börja senast ${day}`, en: `Be able to start by ${day}` }),
    apply: (participant) => withAvailability(participant, { from: day }),
  };
}

/** To stay until a day. */
export function stayUntil(day: string): ProfileChange {
  return {
    id: `dates:until:${day}`,
    aspect: "dates:until",
    effort: "date",
    times: 1,
    describe: () => ({ sv: `Kunna arbeta till och med ${day}`, en: `Be able to work until ${day}` }),
    apply: (participant) => withAvailability(participant, { until: day }),
  };
}

const hoursStep = 5;

/** To work as many hours a week as a vacancy asks at the least. @param from the most that was said so far. */
export function workUpTo(hours: number, from: number): ProfileChange {
  return {
    id: `hours:max:${hours}`,
    aspect: "hours",
    effort: "hours",
    times: Math.ceil((hours - from) / hoursStep),
    describe: () => {
      const { sv, en } = numberText(hours);
      return { sv: `Kunna arbeta ${sv} timmar i veckan`, en: `Be able to work ${en} hours a week` };
    },
    apply: (participant) => withHours(participant, { max: hours }),
  };
}

/** To accept as few hours a week as a vacancy has at the most. @param from the fewest that was said so far. */
export function acceptFrom(hours: number, from: number): ProfileChange {
  return {
    id: `hours:min:${hours}`,
    aspect: "hours",
    effort: "hours",
    times: Math.ceil((from - hours) / hoursStep),
    describe: () => {
      const { sv, en } = numberText(hours);
      return { sv: `Kunna tänka sig ${sv} timmar i veckan`, en: `Accept ${en} hours a week` };
    },
    apply: (participant) => withHours(participant, { min: hours }),
  };
}

function withHours(participant: Participant, bound: { min?: number; max?: number }): Participant {
  const hoursPerWeek = { ...participant.availability?.hoursPerWeek, ...bound };
  return withAvailability(participant, { hoursPerWeek });
}

function withAvailability(participant: Participant, part: Partial<Availability>): Participant {
  return { ...participant, availability: { ...participant.availability, ...part } };
}
