import * as z from "zod";
import { languageLevels } from "../vocabulary/cefr.ts";
import { credentialKinds } from "../vocabulary/credentials.ts";
import { drivingLicences } from "../vocabulary/driving-licences.ts";
import { isLanguageCode } from "../vocabulary/languages.ts";
import { isMunicipalityCode } from "../vocabulary/municipalities.ts";
import { days } from "../vocabulary/week.ts";

/** The most characters that one short text, such as a job title, may have. */
export const shortTextLimit = 500;
/** The most characters that one long text, such as a description, may have. */
export const longTextLimit = 50_000;

const brokenText = /\p{Surrogate}|\uFFFD|\0/u;

function text(limit: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .refine((value) => !brokenText.test(value), {
      params: { code: "invalidEncoding" },
      error: "text is not valid Unicode",
    });
}

/** A line of text: 1 to 500 characters after trimming. */
export const shortText = text(shortTextLimit);
/** A running text: 1 to 50,000 characters after trimming. */
export const longText = text(longTextLimit);

/** An opaque id: 1 to 128 letters, digits or `. _ : -`, beginning with a letter or a digit. */
export const entityId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/, "expected 1 to 128 of A-Z a-z 0-9 . _ : -");

/** A calendar day, `YYYY-MM-DD`. */
export const isoDate = z.iso.date();

/** Grows with every change of a record; an older one never overwrites a newer one. */
export const version = z.int().min(0);

export const languageCode = z.string().refine(isLanguageCode, "expected an ISO 639 code such as sv");
export const languageLevel = z.enum(languageLevels);
export const drivingLicence = z.enum(drivingLicences);
export const credentialKind = z.enum(credentialKinds);

/** Four digits of SSYK 2012, the Swedish classification of occupations. */
export const ssykCode = z.string().regex(/^\d{4}$/, "expected four digits");
export const conceptId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "expected a taxonomy concept id");

export const municipalityCode = z
  .string()
  .refine(isMunicipalityCode, "expected the code of a Swedish municipality");

export const coordinates = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
export type Coordinates = z.infer<typeof coordinates>;

const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

export const timeWindow = z.strictObject({
  day: z.enum(days),
  from: z.string().regex(clock, "expected HH:MM"),
  to: z.string().refine((value) => value === "24:00" || clock.test(value), "expected HH:MM"),
});

/** Hours a week from `min` to `max`, both included, 0 to 168. */
export const hoursPerWeek = z
  .strictObject({ min: z.number().min(0).max(168).optional(), max: z.number().min(0).max(168).optional() })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    path: ["max"],
    error: "max is less than min",
  });
export type HoursPerWeek = z.infer<typeof hoursPerWeek>;

/** A period of days in which either end may be open. */
export const period = z
  .strictObject({ from: isoDate.optional(), until: isoDate.optional() })
  .refine(isInOrder, { path: ["until"], error: "until is before from", params: { code: "invalidDate" } });

export function isInOrder({
  from,
  until,
}: {
  from?: string | undefined;
  until?: string | undefined;
}): boolean {
  return from === undefined || until === undefined || from <= until;
}
