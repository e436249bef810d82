import { centre, onWeekdays, openPerson, type Scenario } from "./scenario.ts";

const warehouse = { text: "lagerarbetare", ssyk: "9320" };
const place = { version: 1, employer: "Warehouse 1", placementType: "ordinary" as const, location: centre };

/**
 * One house and one responsible case worker: match to an employer, an occupation or an education, and give the tools
 * that are missing. For one person a B licence opens three places, Swedish B1 opens two, and both together seven; an
 * education is open already.
 */
export const oneHouse: Scenario = {
  id: "one-house",
  practice:
    "One responsible case worker: an employer, an occupation or an education, and the tools that are missing",
  date: "2026-11-23",
  participants: [
    openPerson("p-nearly-there", {
      experiences: [{ occupation: "lagerarbetare", ssyk: "9320", months: 36, lastYear: 2024 }],
      wishes: [warehouse],
      languages: [{ language: "sv", sfi: { course: "C", status: "passed" } }],
      drivingLicences: [],
    }),
  ],
  vacancies: [
    ...[1, 2, 3].map((number) => ({
      ...place,
      id: `v-licence-${number}`,
      title: "Lagerarbetare med körning",
      drivingLicences: [{ anyOf: ["B" as const] }],
    })),
    ...[1, 2].map((number) => ({
      ...place,
      id: `v-swedish-${number}`,
      title: "Lagerarbetare i kundmottagning",
      languages: [{ anyOf: [{ language: "sv", level: "B1" as const }] }],
    })),
    ...[1, 2].map((number) => ({
      ...place,
      id: `v-both-${number}`,
      title: "Lagerarbetare och chaufför",
      drivingLicences: [{ anyOf: ["B" as const] }],
      languages: [{ anyOf: [{ language: "sv", level: "B1" as const }] }],
    })),
    {
      ...place,
      id: "v-education",
      employer: "Adult education",
      title: "Yrkesutbildning till lagerarbetare",
      placementType: "education" as const,
      schedule: { kind: "fixed" as const, shifts: onWeekdays("08:00", "16:00") },
    },
  ],
};
