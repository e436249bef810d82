import { days, type Localised, type TimeWindow, type WorkingTime } from "@jobbmatch/shared";

type Kind = WorkingTime["kind"];

function daily(from: string, to: string): TimeWindow[] {
  return days.map((day) => ({ day, from, to }));
}

const weekend = daily("00:00", "24:00").slice(5);

/**
 * When such work is done: evenings 18–24, nights 22–06, weekends Saturday and Sunday; shifts are any time outside
 * office hours (Monday to Friday 07–18).
 */
export const workingTimeWindows: Readonly<Record<Kind, readonly TimeWindow[]>> = {
  shifts: [...daily("00:00", "07:00"), ...daily("18:00", "24:00"), ...weekend],
  evenings: daily("18:00", "24:00"),
  nights: daily("22:00", "06:00"),
  weekends: weekend,
};

export const workingTimeNames: Readonly<Record<Kind, Localised>> = {
  shifts: { sv: "skift", en: "shifts" },
  evenings: { sv: "kvällar", en: "evenings" },
  nights: { sv: "nätter", en: "nights" },
  weekends: { sv: "helger", en: "weekends" },
};
