import { centre, onWeekdays, openPerson, type Scenario } from "./scenario.ts";

const beginner = [
  { language: "sv", sfi: { course: "A", status: "attending" } },
  { language: "ar", level: "native" },
] as const;

/** People who cook or clean, speak almost no Swedish yet, and come to the job corner on foot or by bus. */
function newcomer(id: string, occupation: string, ssyk: string) {
  return openPerson(id, {
    languages: [...beginner],
    experiences: [{ occupation, ssyk, months: 60, lastYear: 2022 }],
    wishes: [{ text: occupation, ssyk }],
    eligibility: [],
    availability: { weekly: onWeekdays("08:00", "17:00"), hoursPerWeek: { min: 20, max: 40 } },
    commute: { maxKm: 15, hasCar: false },
  });
}

const demandingPlace = {
  version: 1,
  placementType: "ordinary" as const,
  location: centre,
  languages: [{ anyOf: [{ language: "sv", level: "B2" as const }] }],
};

/**
 * A job corner shared by two authorities: nearly all were born abroad, many don't speak Swedish yet. Seven cooks and
 * four cleaners have no place; one internship in a kitchen takes beginners; the ordinary jobs demand good Swedish. The
 * first kind of workplace to call is kitchens, then cleaning.
 */
export const jobCorner: Scenario = {
  id: "job-corner",
  practice:
    "A job corner shared by two authorities: one job matcher hunts for jobs and internships in the field",
  date: "2026-11-23",
  participants: [
    ...[1, 2, 3, 4, 5, 6, 7].map((number) => newcomer(`p-cook-${number}`, "kock", "5120")),
    ...[1, 2, 3, 4].map((number) => newcomer(`p-cleaner-${number}`, "städare", "9111")),
  ],
  vacancies: [
    {
      id: "v-kitchen-internship",
      version: 1,
      employer: "Restaurant 1",
      title: "Praktikplats i restaurangkök",
      occupation: { text: "kock", ssyk: "5120" },
      placementType: "internship",
      location: centre,
      schedule: { kind: "flexible", window: onWeekdays("08:00", "17:00"), hours: 20 },
    },
    {
      ...demandingPlace,
      id: "v-cook",
      employer: "Restaurant 2",
      title: "Kock",
      occupation: { text: "kock", ssyk: "5120" },
    },
    {
      ...demandingPlace,
      id: "v-cleaner",
      employer: "Cleaning company 1",
      title: "Städare",
      occupation: { text: "städare", ssyk: "9111" },
    },
  ],
};
