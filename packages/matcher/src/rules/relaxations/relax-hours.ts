import type { Vacancy } from "@jobbmatch/shared";
import type { VacancyChange } from "../change.ts";
import { numberText } from "../localised-text.ts";

const step = 5;
/** Hours a week that a workplace may come down to, or up to. */
const fewerHours = [35, 30, 25, 20, 15, 10];
const moreHours = [20, 25, 30, 35, 40];

/** To offer fewer hours a week at the least, or more at the most. */
export function hoursRelaxations({ hoursPerWeek, schedule }: Vacancy): readonly VacancyChange[] {
  const min = Math.max(hoursPerWeek?.min ?? 0, schedule?.kind === "flexible" ? schedule.hours : 0);
  const max = hoursPerWeek?.max ?? Number.POSITIVE_INFINITY;
  // Fixed shifts have the hours that they have: fewer days are the way to fewer hours.
  const fewer = schedule?.kind === "fixed" ? [] : fewerHours.filter((hours) => hours < min);
  return [
    ...fewer.map((hours) => from(hours, min)),
    ...moreHours.filter((hours) => hours > max).map((hours) => upTo(hours, max)),
  ];
}

function from(hours: number, min: number): VacancyChange {
  return {
    id: `hours:min:${hours}`,
    aspect: "hours:min",
    effort: "otherHours",
    times: Math.ceil((min - hours) / step),
    describe: () => {
      const { sv, en } = numberText(hours);
      return { sv: `Räcka med ${sv} timmar i veckan`, en: `Be content with ${en} hours a week` };
    },
    apply: (vacancy) => withAtMost(vacancy, hours),
  };
}

/** The vacancy with no more hours demanded than the given number. */
function withAtMost(vacancy: Vacancy, hours: number): Vacancy {
  const { hoursPerWeek, schedule } = vacancy;
  return {
    ...vacancy,
    ...(hoursPerWeek?.min === undefined
      ? {}
      : { hoursPerWeek: { ...hoursPerWeek, min: Math.min(hoursPerWeek.min, hours) } }),
    ...(schedule?.kind === "flexible"
      ? { schedule: { ...schedule, hours: Math.min(schedule.hours, hours) } }
      : {}),
  };
}

function upTo(hours: number, max: number): VacancyChange {
  return {
    id: `hours:max:${hours}`,
    aspect: "hours:max",
    effort: "otherHours",
    times: Math.ceil((hours - max) / step),
    describe: () => {
      const { sv, en } = numberText(hours);
      return { sv: `Erbjuda upp till ${sv} timmar i veckan`, en: `Offer up to ${en} hours a week` };
    },
    apply: (vacancy) =>
      vacancy.hoursPerWeek === undefined
        ? vacancy
        : { ...vacancy, hoursPerWeek: { ...vacancy.hoursPerWeek, max: hours } },
  };
}
