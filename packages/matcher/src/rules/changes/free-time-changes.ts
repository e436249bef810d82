import {
  type Commitment,
  type Day,
  type Participant,
  subtractWeek,
  type TimeWindow,
  type Week,
  type WorkingTime,
  weekHours,
  weekOf,
  windowsOf,
} from "@jobbmatch/shared";
import type { ProfileChange } from "../change.ts";
import { pluralDays } from "../weekday-names.ts";
import { workingTimeNames, workingTimeWindows } from "../working-times.ts";

/** To be free on whole weekdays, for example by moving a course. */
export function freeDays(list: readonly Day[]): ProfileChange {
  const id = `schedule:${list.join(",")}`;
  return {
    id,
    aspect: id,
    effort: "weekday",
    times: list.length,
    describe: () => {
      const { sv, en } = pluralDays(list);
      return { sv: `Vara ledig på ${sv}`, en: `Be free on ${en}` };
    },
    apply: (participant) =>
      free(
        participant,
        list.map((day) => ({ day, from: "00:00", to: "24:00" })),
      ),
  };
}

/** To work evenings, nights, weekends or shifts. */
export function acceptWorkingTime(kind: WorkingTime["kind"]): ProfileChange {
  const id = `schedule:${kind}`;
  const { sv, en } = workingTimeNames[kind];
  return {
    id,
    aspect: id,
    effort: "workingTime",
    times: 1,
    describe: () => ({ sv: `Kunna arbeta ${sv}`, en: `Be able to work ${en}` }),
    apply: (participant) => free(participant, workingTimeWindows[kind]),
  };
}

/** Makes the windows free: away from the commitments and, where the free time is known, into it. */
function free(participant: Participant, windows: readonly TimeWindow[]): Participant {
  const { weekly, commitments, ...others } = participant.availability ?? {};
  const freed = weekOf(windows, "inward");
  return {
    ...participant,
    availability: {
      ...others,
      ...(weekly === undefined ? {} : { weekly: [...weekly, ...windowsOf(freed)] }),
      ...(commitments === undefined
        ? {}
        : { commitments: commitments.flatMap((each) => without(each, freed)) }),
    },
  };
}

/** What is left of a commitment: nothing if all of it becomes free. */
function without({ kind, windows }: Commitment, freed: Week): Commitment[] {
  const left = subtractWeek(weekOf(windows, "outward"), freed);
  return weekHours(left) === 0 ? [] : [{ kind, windows: windowsOf(left) }];
}
