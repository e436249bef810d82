import type { Availability, Commitment, Day, HoursPerWeek, Participant, TimeWindow } from "@jobbmatch/shared";
import { isoDateOf } from "./dates.ts";
import { weighted } from "./distributions.ts";
import { attendedCourse } from "./languages.ts";
import type { Random } from "./random.ts";
import { withoutUndefined } from "./without-undefined.ts";

const weekdays: readonly Day[] = ["mon", "tue", "wed", "thu", "fri"];
const monToThu: readonly Day[] = ["mon", "tue", "wed", "thu"];
const everyDay: readonly Day[] = [...weekdays, "sat", "sun"];

/** The same hours on several days. */
export function windowsOn(days: readonly Day[], from: string, to: string): TimeWindow[] {
  return days.map((day) => ({ day, from, to }));
}

const morningClass = weighted<TimeWindow[]>([
  [windowsOn(monToThu, "08:15", "11:45"), 30],
  [windowsOn(weekdays, "08:15", "11:45"), 12],
  [windowsOn(monToThu, "08:30", "12:00"), 14],
  [windowsOn(["mon", "wed", "fri"], "08:30", "12:30"), 8],
  [windowsOn(monToThu, "12:30", "15:45"), 18],
  [windowsOn(monToThu, "13:00", "16:15"), 10],
  [windowsOn(monToThu, "08:30", "14:30"), 4],
  [windowsOn(["tue", "thu"], "17:30", "20:30"), 4],
]);

/** People who have come further study more often in the evening, beside work or a placement. */
const laterClass = weighted<TimeWindow[]>([
  [windowsOn(monToThu, "08:15", "11:45"), 24],
  [windowsOn(monToThu, "12:30", "15:45"), 22],
  [windowsOn(["mon", "wed"], "17:30", "20:45"), 18],
  [windowsOn(["tue", "thu"], "17:30", "20:45"), 18],
  [windowsOn(["mon", "tue", "thu"], "18:00", "20:30"), 10],
  [windowsOn(["wed", "fri"], "08:30", "15:00"), 8],
]);

const otherCommitment = weighted<Commitment>([
  [{ kind: "care", windows: windowsOn(weekdays, "07:00", "08:30") }, 20],
  [{ kind: "care", windows: windowsOn(weekdays, "15:30", "18:00") }, 25],
  [{ kind: "care", windows: windowsOn(["wed"], "08:00", "17:00") }, 8],
  [{ kind: "education", windows: windowsOn(["fri"], "09:00", "15:00") }, 10],
  [{ kind: "education", windows: windowsOn(["tue", "thu"], "13:00", "16:00") }, 10],
  [{ kind: "work", windows: windowsOn(["sat", "sun"], "10:00", "18:00") }, 12],
  [{ kind: "work", windows: windowsOn(weekdays, "05:30", "07:30") }, 6],
  [{ kind: "other", windows: windowsOn(["fri"], "11:30", "14:30") }, 9],
]);

const freeTime = weighted<TimeWindow[]>([
  [windowsOn(weekdays, "08:00", "17:00"), 26],
  [windowsOn(weekdays, "07:00", "16:00"), 16],
  [windowsOn(weekdays, "08:30", "15:00"), 14],
  [windowsOn(weekdays, "06:00", "18:00"), 14],
  [windowsOn(everyDay, "06:00", "22:00"), 12],
  [[...windowsOn(weekdays, "07:00", "20:00"), { day: "sat", from: "09:00", to: "17:00" }], 9],
  [windowsOn(weekdays, "12:00", "21:00"), 6],
  [windowsOn(everyDay, "00:00", "24:00"), 3],
]);

const hoursLimit = weighted<HoursPerWeek>([
  [{ min: 40, max: 40 }, 12],
  [{ max: 40 }, 36],
  [{ min: 30, max: 40 }, 12],
  [{ min: 20, max: 30 }, 14],
  [{ max: 30 }, 8],
  [{ min: 10, max: 20 }, 9],
  [{ max: 20 }, 9],
]);

const hoursBesideClass = weighted<HoursPerWeek>([
  [{ max: 40 }, 14],
  [{ min: 20, max: 30 }, 24],
  [{ max: 25 }, 18],
  [{ min: 10, max: 20 }, 22],
  [{ max: 20 }, 16],
  [{ min: 8, max: 15 }, 6],
]);

/** Draws when the person can work, with an SFI timetable for somebody whose profile says that they attend SFI. */
export function drawAvailability(
  random: Random,
  languages: Participant["languages"],
  today: number,
): Availability {
  const course = attendedCourse(languages);
  const commitments = commitmentsOf(random, course);
  return withoutUndefined({
    weekly: random.sometimes(0.74, () => freeTime(random)),
    commitments: random.chance(commitments.length > 0 ? 1 : 0.6) ? commitments : undefined,
    hoursPerWeek: random.sometimes(0.78, () =>
      course === undefined ? hoursLimit(random) : hoursBesideClass(random),
    ),
    from: random.sometimes(0.22, () => isoDateOf(today + random.integer(3, 120))),
    until: random.sometimes(0.05, () => isoDateOf(today + random.integer(150, 500))),
  });
}

function commitmentsOf(random: Random, course: "A" | "B" | "C" | "D" | undefined): Commitment[] {
  const commitments: Commitment[] = [];
  if (course !== undefined && random.chance(0.88)) {
    const windows = course === "A" || course === "B" ? morningClass(random) : laterClass(random);
    commitments.push({ kind: "sfi", windows });
  }
  if (random.chance(0.2)) commitments.push(otherCommitment(random));
  return commitments;
}
