import { centre, onWeekdays, openPerson, type Scenario } from "./scenario.ts";

const assistantNurse = { text: "undersköterska", ssyk: "5321" };

/** A subsidised job in elder care or a school: four days of work, and training on Fridays. */
const place = {
  version: 1,
  placementType: "municipal-job" as const,
  studyShare: 0.2,
  schedule: { kind: "fixed" as const, shifts: onWeekdays("07:00", "16:00", 4) },
  training: { occupation: assistantNurse, windows: [{ day: "fri" as const, from: "08:00", to: "15:00" }] },
  location: centre,
  seats: 1,
  start: "2026-12-07",
  publishedAt: "2026-11-16",
  languages: [{ anyOf: [{ language: "sv", level: "A2" as const }] }],
};

/**
 * Subsidised jobs in schools and elder care: full pay for four days of work and one day of training to assistant nurse.
 * One person wants to become an assistant nurse and is free; one wants the same but has SFI on Fridays; one wants to
 * work in a warehouse; one can do it all but speaks too little Swedish yet.
 */
export const fourPlusOne: Scenario = {
  id: "four-plus-one",
  practice: "Subsidised jobs in schools and elder care: four days of work and one day of training a week",
  date: "2026-11-23",
  participants: [
    openPerson("p-wants-care", { wishes: [assistantNurse] }),
    openPerson("p-sfi-on-fridays", {
      wishes: [assistantNurse],
      experiences: [{ occupation: "vårdbiträde", months: 18, lastYear: 2025 }],
      availability: {
        weekly: onWeekdays("06:00", "18:00"),
        commitments: [{ kind: "sfi", windows: [{ day: "fri", from: "08:30", to: "11:30" }] }],
        hoursPerWeek: { min: 10, max: 40 },
      },
    }),
    openPerson("p-wants-warehouse", { wishes: [{ text: "lagerarbetare", ssyk: "9320" }] }),
    openPerson("p-little-swedish", {
      wishes: [assistantNurse],
      languages: [{ language: "sv", sfi: { course: "B", status: "passed" } }],
    }),
  ],
  vacancies: [
    {
      ...place,
      id: "v-care-home",
      employer: "Care home 1",
      title: "Vårdbiträde i äldreomsorgen",
      occupation: { text: "vårdbiträde", ssyk: "5330" },
    },
    {
      ...place,
      id: "v-school",
      employer: "School 1",
      title: "Elevassistent",
      occupation: { text: "elevassistent", ssyk: "5312" },
    },
  ],
};
