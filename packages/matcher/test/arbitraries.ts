import {
  type Commitment,
  type Credential,
  credentialKinds,
  days,
  drivingLicences,
  type Eligibility,
  languageLevels,
  type Participant,
  type PlacementTypeId,
  type SpokenLanguage,
  sfiCourses,
  type TimeWindow,
  type Vacancy,
} from "@jobbmatch/shared";
import fc from "fast-check";
import type { MatchContext } from "../src/rules/rule.ts";

/** Few values in each field, so that people and vacancies often meet, and meet at the limits. */
const dates = ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02", "2026-04-15"] as const;
const date = fc.constantFrom(...dates);
const units = fc.constantFrom("unit-a", "unit-b", "unit-c");
const municipality = fc.constantFrom("0180", "0182", "0184", "1480", "1481");
const language = fc.constantFrom("sv", "en", "so");
const level = fc.constantFrom(...languageLevels);
const hours = fc.constantFrom(0, 10, 20, 30, 40, 168);
const credentialKind = fc.constantFrom(...credentialKinds.slice(0, 3), "registration-nurse" as const);
const placementType = fc.constantFrom<PlacementTypeId>(
  "internship",
  "new-start-job",
  "work-training",
  "extra-service",
  "municipal-job",
);

/** Keeps some keys and leaves out others, each as often as not. */
function partial<Value extends object>(arbitraries: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }) {
  return fc.record<Value, never>(arbitraries, { requiredKeys: [] });
}

const inOrder = ({ from, until }: { from?: string; until?: string }) =>
  from === undefined || until === undefined || from <= until;

const start = fc.constantFrom("00:00", "06:00", "07:45", "08:00", "08:15", "12:00", "18:00", "22:00");
const end = fc.constantFrom("02:00", "06:00", "08:00", "11:50", "12:00", "17:10", "20:30", "24:00");
const day = fc.constantFrom(...days);
const anyWindow: fc.Arbitrary<TimeWindow> = fc.record({ day, from: start, to: end });

export function officeHours(from = "08:00", to = "17:00"): TimeWindow[] {
  return days.slice(0, 5).map((weekday) => ({ day: weekday, from, to }));
}

const wholeWeek: TimeWindow[] = days.map((weekday) => ({ day: weekday, from: "00:00", to: "24:00" }));
const weekendNights: TimeWindow[] = [
  { day: "sat", from: "18:00", to: "23:45" },
  { day: "sun", from: "21:40", to: "06:10" },
];
const course: TimeWindow[] = [{ day: "wed", from: "08:10", to: "11:50" }];

const windows = fc.oneof(
  fc.array(anyWindow, { minLength: 1, maxLength: 4 }),
  fc.constantFrom(officeHours(), officeHours("07:00", "16:30"), officeHours("00:00", "24:00")),
  fc.constantFrom(wholeWeek, weekendNights),
);

const commitment: fc.Arbitrary<Commitment> = fc.record({
  kind: fc.constantFrom("sfi", "care", "other"),
  windows: fc.oneof(fc.array(anyWindow, { minLength: 1, maxLength: 2 }), fc.constant(course)),
});

const hoursPerWeek = partial({ min: hours, max: hours }).filter(
  ({ min, max }) => min === undefined || max === undefined || min <= max,
);

const coordinates = fc.record({
  latitude: fc.double({ min: 59.1, max: 59.5, noNaN: true }),
  longitude: fc.double({ min: 17.7, max: 18.3, noNaN: true }),
});

const spokenLanguage: fc.Arbitrary<SpokenLanguage> = fc.oneof(
  fc.record({ language, level }, { requiredKeys: ["language"] }),
  fc.record({
    language: fc.constant("sv"),
    sfi: fc.record({
      course: fc.constantFrom(...sfiCourses),
      status: fc.constantFrom("passed" as const, "attending" as const),
    }),
  }),
);

const credential: fc.Arbitrary<Credential> = fc.record(
  { kind: credentialKind, validUntil: date },
  { requiredKeys: ["kind"] },
);

const eligibility: fc.Arbitrary<Eligibility> = fc
  .record({ placementType, from: date, until: date }, { requiredKeys: ["placementType"] })
  .filter(inOrder);

const availability = fc
  .record(
    {
      weekly: windows,
      commitments: fc.array(commitment, { maxLength: 2 }),
      hoursPerWeek,
      from: date,
      until: date,
    },
    { requiredKeys: [] },
  )
  .filter(inOrder);

const languages = fc.array(spokenLanguage, { maxLength: 4 });
const licence = fc.constantFrom(...drivingLicences);

/** A valid participant: each field that rules read is often absent. */
export const participantArbitrary: fc.Arbitrary<Participant> = fc.record(
  {
    id: fc.integer({ min: 1, max: 999_999 }).map((number) => `p${number}`),
    unit: units,
    version: fc.nat({ max: 9 }),
    skills: fc.subarray(["cooking", "driving", "night"]),
    languages,
    drivingLicences: fc.uniqueArray(licence, { maxLength: 3 }),
    credentials: fc.array(credential, { maxLength: 3 }),
    availability,
    home: fc.record({ municipality, coordinates }, { requiredKeys: ["municipality"] }),
    commute: partial({ maxKm: fc.constantFrom(0, 5, 12.5, 30, 400), hasCar: fc.boolean() }),
    eligibility: fc.array(eligibility, { maxLength: 3 }),
  },
  { requiredKeys: ["id", "unit", "version"] },
);

/** Recognised requirements carry the sentence that they were read in. */
const provenance = fc.constantFrom(
  { source: "stated" as const },
  { source: "recognised" as const, evidence: "Vi kräver det." },
);

function groups<Alternative>(alternative: fc.Arbitrary<Alternative>) {
  const anyOf = fc.array(alternative, { minLength: 1, maxLength: 3 });
  return fc.array(
    fc.tuple(anyOf, provenance).map(([alternatives, from]) => ({ anyOf: alternatives, ...from })),
    { maxLength: 2 },
  );
}

const training: fc.Arbitrary<NonNullable<Vacancy["training"]>> = fc.record(
  { occupation: fc.constant({ text: "undersköterska" }), windows },
  { requiredKeys: ["occupation"] },
);

const schedule: fc.Arbitrary<NonNullable<Vacancy["schedule"]>> = fc.oneof(
  fc.tuple(windows, provenance).map(([shifts, from]) => ({ kind: "fixed" as const, shifts, ...from })),
  fc
    .tuple(windows, fc.constantFrom(0, 2, 4.5, 16, 40, 168), provenance)
    .map(([window, needed, from]) => ({ kind: "flexible" as const, window, hours: needed, ...from })),
);

const workingTimes = fc.array(
  fc
    .tuple(fc.constantFrom("shifts" as const, "evenings", "nights", "weekends"), provenance)
    .map(([kind, from]) => ({ kind, ...from })),
  { maxLength: 2 },
);

/** A valid vacancy; most of them make several demands. */
export const vacancyArbitrary: fc.Arbitrary<Vacancy> = fc
  .record(
    {
      id: fc.integer({ min: 1, max: 999_999 }).map((number) => `v${number}`),
      version: fc.nat({ max: 9 }),
      employer: fc.constant("Storköket"),
      title: fc.constantFrom("Kock", "Nattvakt", "Chaufför"),
      languages: groups(fc.record({ language, level }, { requiredKeys: ["language"] })),
      drivingLicences: groups(licence),
      credentials: groups(credentialKind),
      schedule,
      workingTimes,
      hoursPerWeek: fc.tuple(hoursPerWeek, provenance).map(([range, from]) => ({ ...range, ...from })),
      start: date,
      end: date,
      placementType,
      seats: fc.nat({ max: 3 }),
      seatsTaken: fc.nat({ max: 2 }),
      location: partial({ municipality, coordinates }),
      studyShare: fc.constantFrom(0, 0.2, 0.5),
      training,
      units: fc.subarray(["unit-a", "unit-b"]),
      deadline: date,
      status: fc.constantFrom("open" as const, "open", "open", "filled", "withdrawn"),
    },
    { requiredKeys: ["id", "version", "employer", "title", "seats", "seatsTaken", "status"] },
  )
  .filter(({ start: first, end: last }) => first === undefined || last === undefined || first <= last);

/** A day near those of the arbitraries, and some or all units. */
export const contextArbitrary: fc.Arbitrary<MatchContext> = fc.record(
  { date, units: fc.subarray(["unit-a", "unit-b", "unit-c"]) },
  { requiredKeys: ["date"] },
);
