import { centre, onWeekdays, openPerson, type Scenario } from "./scenario.ts";

const fullTime = onWeekdays("08:00", "16:00");

function sfi(to: string) {
  return {
    weekly: fullTime,
    commitments: [
      {
        kind: "sfi" as const,
        windows: [
          { day: "tue" as const, from: "08:00", to },
          { day: "thu" as const, from: "08:00", to },
        ],
      },
    ],
    hoursPerWeek: { max: 30 },
  };
}

/**
 * Municipal jobs as a way out of income support: up to a quarter of the employment is study, and workplaces are scarce.
 * Ten hours of SFI a week fit inside the job, eleven do not; nine people want three seats, and one workplace can
 * take only one new person at a time although it has two seats.
 */
export const studyShare: Scenario = {
  id: "study-share",
  practice: "Municipal jobs as a way out of income support: a quarter is study, workplaces are scarce",
  date: "2026-11-23",
  participants: [
    openPerson("p-studies-10-hours", { availability: sfi("13:00"), registeredSince: "2024-02-01" }),
    openPerson("p-studies-11-hours", { availability: sfi("13:30"), registeredSince: "2024-02-01" }),
    openPerson("p-no-decision", { eligibility: [] }),
    openPerson("p-decision-runs-out", {
      eligibility: [{ placementType: "municipal-job", from: "2026-01-01", until: "2026-12-10" }],
    }),
    ...[1, 2, 3, 4, 5].map((number) =>
      openPerson(`p-waiting-${number}`, {
        wishes: [{ text: "vaktmästare" }],
        registeredSince: `202${number}-01-15`,
        availability: { weekly: fullTime, hoursPerWeek: { min: 40, max: 40 } },
      }),
    ),
  ],
  vacancies: ["v-property", "v-parks"].map((id, index) => ({
    id,
    version: 1,
    employer: index === 0 ? "Property services" : "Parks",
    title: index === 0 ? "Vaktmästare" : "Parkarbetare",
    placementType: "municipal-job",
    studyShare: 0.25,
    seats: index === 0 ? 1 : 2,
    schedule: { kind: "fixed", shifts: fullTime },
    hoursPerWeek: { min: 40, max: 40 },
    location: centre,
    start: "2026-12-01",
    publishedAt: "2026-10-01",
  })),
};
