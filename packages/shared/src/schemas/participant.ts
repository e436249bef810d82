import * as z from "zod";
import { isPersonalIdentityNumber } from "../privacy/personal-identity-number.ts";
import type { LanguageLevel } from "../vocabulary/cefr.ts";
import { placementTypeId } from "../vocabulary/placement-type-schema.ts";
import { sfiCourses, sfiLevel } from "../vocabulary/sfi.ts";
import {
  conceptId,
  coordinates,
  credentialKind,
  drivingLicence,
  entityId,
  hoursPerWeek,
  isInOrder,
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

/** Work that somebody has done, in any country, paid or not. */
export const experience = z.strictObject({
  occupation: shortText,
  conceptId: conceptId.optional(),
  ssyk: ssykCode.optional(),
  description: longText.optional(),
  /** Whole months, 0 to 720. */
  months: z.int().min(0).max(720).optional(),
  /** The last year in that work. */
  lastYear: z.int().min(1950).max(2100).optional(),
});
export type Experience = z.infer<typeof experience>;

/** Work or education that somebody wants. */
export const wish = z.strictObject({ text: shortText, ssyk: ssykCode.optional() });
export type Wish = z.infer<typeof wish>;

/** A language with a level, with an SFI course instead, or with the level unknown. */
export const spokenLanguage = z
  .strictObject({
    language: languageCode,
    level: languageLevel.optional(),
    sfi: z.strictObject({ course: z.enum(sfiCourses), status: z.enum(["passed", "attending"]) }).optional(),
  })
  .refine(({ level, sfi }) => level === undefined || sfi === undefined, {
    path: ["sfi"],
    error: "give either a level or an SFI course",
  })
  .refine(({ language, sfi }) => sfi === undefined || language === "sv", {
    path: ["sfi"],
    error: "SFI is a course of Swedish (sv)",
  });
export type SpokenLanguage = z.infer<typeof spokenLanguage>;

/** The level that is certain, or `undefined` if it is unknown. */
export function provenLevel({ level, sfi }: SpokenLanguage): LanguageLevel | undefined {
  return sfi === undefined ? level : sfiLevel(sfi.course, sfi.status);
}

export const credential = z.strictObject({
  kind: credentialKind,
  /** Last valid day; absent for a credential that does not expire. */
  validUntil: isoDate.optional(),
});
export type Credential = z.infer<typeof credential>;

/** Recurring time that is taken. Its kind is for case workers only and never shown to an employer. */
export const commitment = z.strictObject({
  kind: z.enum(["sfi", "education", "work", "care", "other"]),
  windows: z.array(timeWindow).min(1).max(100),
});
export type Commitment = z.infer<typeof commitment>;

/** When somebody can work. Inside it, a bound that is absent is open: no first day, no last day, no limit of hours. */
export const availability = z
  .strictObject({
    /** Time that is free for work. Absent: unknown. */
    weekly: z.array(timeWindow).max(100).optional(),
    commitments: z.array(commitment).max(50).optional(),
    hoursPerWeek: hoursPerWeek.optional(),
    from: isoDate.optional(),
    until: isoDate.optional(),
  })
  .refine(isInOrder, { path: ["until"], error: "until is before from", params: { code: "invalidDate" } });
export type Availability = z.infer<typeof availability>;

export const eligibility = z
  .strictObject({ placementType: placementTypeId, from: isoDate.optional(), until: isoDate.optional() })
  .refine(isInOrder, { path: ["until"], error: "until is before from", params: { code: "invalidDate" } });
export type Eligibility = z.infer<typeof eligibility>;

/**
 * A person who looks for work or training. Holds no name, personal identity number, age, sex, country of birth or
 * health, and refuses fields that it does not know. A field that is absent means *unknown*, never "no": leave
 * `drivingLicences` out if nobody asked, give `[]` if the person has none. Lists of licences, credentials and
 * eligibilities are complete when they are given; a language that is not listed is unknown (use level `none`).
 */
export const participant = z.strictObject({
  id: entityId.refine((id) => !isPersonalIdentityNumber(id), {
    params: { code: "personalIdentityNumber" },
    error: "an id must not be a personal identity number",
  }),
  /** The organisation that the person belongs to; nobody outside it sees the person. */
  unit: entityId,
  version,
  experiences: z.array(experience).max(50).optional(),
  wishes: z.array(wish).max(20).optional(),
  skills: z.array(shortText).max(100).optional(),
  education: z.array(shortText).max(20).optional(),
  about: longText.optional(),
  languages: z.array(spokenLanguage).max(30).optional(),
  drivingLicences: z.array(drivingLicence).max(20).optional(),
  credentials: z.array(credential).max(50).optional(),
  availability: availability.optional(),
  home: z.strictObject({ municipality: municipalityCode, coordinates: coordinates.optional() }).optional(),
  commute: z
    .strictObject({ maxKm: z.number().min(0).max(2000).optional(), hasCar: z.boolean().optional() })
    .optional(),
  eligibility: z.array(eligibility).max(30).optional(),
  /** Where on the ladder the person is now: the placement that is going on. `null`: in none. */
  currentPlacement: z
    .strictObject({ placementType: placementTypeId, since: isoDate.optional() })
    .nullable()
    .optional(),
  registeredSince: isoDate.optional(),
});
export type Participant = z.infer<typeof participant>;
/** A participant as a sender writes it. */
export type ParticipantInput = z.input<typeof participant>;
