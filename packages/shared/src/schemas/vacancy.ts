import * as z from "zod";
import { placementTypeId } from "../vocabulary/placement-type-schema.ts";
import {
  conceptId,
  coordinates,
  credentialKind,
  drivingLicence,
  entityId,
  hoursPerWeek,
  isoDate,
  languageCode,
  languageLevel,
  longText,
  municipalityCode,
  shortText,
  ssykCode,
  timeWindow,
  version,
} from "./fields.ts";

/**
 * Where a requirement comes from. `stated`: the sender gave it as data. `recognised`: this package read it in the
 * running text, and `evidence` is the sentence.
 */
export const requirementSource = z.enum(["stated", "recognised"]);
export type RequirementSource = z.infer<typeof requirementSource>;

const provenance = { source: requirementSource.default("stated"), evidence: longText.optional() };

/** One group of a requirement: any one of the alternatives is enough; every group must be met. */
function anyOf<Alternative extends z.ZodType>(alternative: Alternative) {
  return z.strictObject({ anyOf: z.array(alternative).min(1).max(30), ...provenance });
}

export const languageRequirement = anyOf(
  z.strictObject({ language: languageCode, level: languageLevel.optional() }),
);
export type LanguageRequirement = z.infer<typeof languageRequirement>;
export const licenceRequirement = anyOf(drivingLicence);
export type LicenceRequirement = z.infer<typeof licenceRequirement>;
export const credentialRequirement = anyOf(credentialKind);
export type CredentialRequirement = z.infer<typeof credentialRequirement>;

/** When the work is done: shifts that are fixed, or a number of hours somewhere inside a window. */
export const schedule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fixed"), shifts: z.array(timeWindow).min(1).max(100), ...provenance }),
  z.strictObject({
    kind: z.literal("flexible"),
    window: z.array(timeWindow).min(1).max(100),
    /** Hours a week that must fit inside the window. */
    hours: z.number().min(0).max(168),
    ...provenance,
  }),
]);
export type Schedule = z.infer<typeof schedule>;

/** Working times that a text mentions without a timetable; asked of the person, since they say no exact hours. */
export const workingTime = z.strictObject({
  kind: z.enum(["shifts", "evenings", "nights", "weekends"]),
  ...provenance,
});
export type WorkingTime = z.infer<typeof workingTime>;

/** Hours a week from `min` to `max`, both included, 0 to 168, and where they come from. */
const workload = hoursPerWeek.safeExtend(provenance);

/** An opening. Everything but the first four fields may be absent, and what is absent is not demanded. */
export const vacancy = z
  .strictObject({
    id: entityId,
    version,
    employer: shortText,
    title: shortText,
    description: longText.optional(),
    occupation: z
      .strictObject({ text: shortText, conceptId: conceptId.optional(), ssyk: ssykCode.optional() })
      .optional(),
    skills: z
      .strictObject({
        must: z.array(shortText).max(100).default([]),
        nice: z.array(shortText).max(100).default([]),
      })
      .optional(),
    languages: z.array(languageRequirement).max(20).optional(),
    drivingLicences: z.array(licenceRequirement).max(20).optional(),
    credentials: z.array(credentialRequirement).max(20).optional(),
    schedule: schedule.optional(),
    workingTimes: z.array(workingTime).max(4).optional(),
    hoursPerWeek: workload.optional(),
    start: isoDate.optional(),
    end: isoDate.optional(),
    placementType: placementTypeId.optional(),
    /** People who can be placed, 0 to 10,000. */
    seats: z.int().min(0).max(10_000).default(1),
    /** How many of the seats are taken already. */
    seatsTaken: z.int().min(0).max(10_000).default(0),
    /** How the place can be part of a week. Absent: each seat is one person's only place. */
    partTime: z
      .strictObject({
        /** Hours a week, 1 to 10,000, that all who are placed here share. Absent: they do not share. */
        sharedHours: z.number().min(1).max(10_000).optional(),
        /** Whether somebody placed here may fill the rest of the week at another such place. */
        combinable: z.boolean().default(false),
      })
      .optional(),
    location: z
      .strictObject({ municipality: municipalityCode.optional(), coordinates: coordinates.optional() })
      .optional(),
    /** Tailored training beside the work, such as one day a week towards assistant nurse. */
    training: z
      .strictObject({
        /** What it leads to; counts as what the place offers when it is compared with wishes. */
        occupation: z.strictObject({ text: shortText, ssyk: ssykCode.optional() }),
        /** When it is held; the person must be free then too. */
        windows: z.array(timeWindow).min(1).max(50).optional(),
      })
      .optional(),
    /** Part of the hours that is study, 0 to 1. */
    studyShare: z.number().min(0).max(1).optional(),
    /** Units whose participants may be proposed; absent: all. */
    units: z.array(entityId).max(500).optional(),
    publishedAt: isoDate.optional(),
    /** Last day to apply. */
    deadline: isoDate.optional(),
    status: z.enum(["open", "filled", "withdrawn"]).default("open"),
  })
  .refine(({ start, end }) => start === undefined || end === undefined || start <= end, {
    path: ["end"],
    error: "end is before start",
    params: { code: "invalidDate" },
  });
export type Vacancy = z.infer<typeof vacancy>;
/** A vacancy as a sender writes it: fields with defaults may be left out. */
export type VacancyInput = z.input<typeof vacancy>;
