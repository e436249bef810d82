import * as z from "zod";
import { entityId } from "../schemas/fields.ts";
import { parseWith } from "../schemas/parse-with.ts";
import type { VacancyInput } from "../schemas/vacancy.ts";
import { type DrivingLicence, drivingLicences } from "../vocabulary/driving-licences.ts";
import { languageByName } from "../vocabulary/language-names.ts";
import { isMunicipalityCode } from "../vocabulary/municipalities.ts";
import { type AdaptedResult, fullTimeHours, Notes, present, unknownEmployer } from "./adapted.ts";
import { placementTypeFromLabel } from "./placement-type-from-label.ts";

const text = z.string().nullish();
const concept = z.object({ concept_id: text, label: text, legacy_ams_taxonomy_id: text }).nullish();
const concepts = z.array(concept).nullish();
const demands = z.object({ skills: concepts, languages: concepts }).nullish();

/** The fields of a JobTech JobSearch or JobStream ad that are read; others are let through unread. */
export const jobTechAd = z.object({
  id: z.union([z.string(), z.int()]).transform(String).pipe(entityId),
  headline: z.string(),
  description: z
    .object({ text, company_information: text, needs: text, requirements: text, conditions: text })
    .nullish(),
  employer: z.object({ name: text, workplace: text }).nullish(),
  occupation: concept,
  occupation_group: concept,
  employment_type: concept,
  duration: concept,
  working_hours_type: concept,
  scope_of_work: z.object({ min: z.number().nullish(), max: z.number().nullish() }).nullish(),
  number_of_vacancies: z.int().nullish(),
  driving_license_required: z.boolean().nullish(),
  driving_license: concepts,
  must_have: demands,
  nice_to_have: demands,
  workplace_address: z
    .object({ municipality_code: text, coordinates: z.array(z.number().nullable()).nullish() })
    .nullish(),
  access: text,
  application_deadline: text,
  publication_date: text,
  timestamp: z.number().nullish(),
});
export type JobTechAd = z.infer<typeof jobTechAd>;

/**
 * A JobTech ad as a vacancy.
 *
 * What the format means: `coordinates` are [longitude, latitude]; `scope_of_work` is percent of full time (40 hours);
 * languages have no level, so the level stays unknown; every licence and language in a list is demanded. A licence
 * that is required without a category is B. `version` is the ad's time stamp, or its publication in milliseconds, or 1.
 *
 * @returns the vacancy with notes about what was left out, or the fields that have a wrong type.
 */
export function vacancyFromJobTechAd(json: unknown): AdaptedResult {
  const parsed = parseWith(jobTechAd, json);
  if (!parsed.ok) return parsed;
  const notes = new Notes(parsed.value.id);
  const vacancy = adapt(parsed.value, notes);
  return { ok: true, value: { vacancy, notes: notes.list } };
}

function adapt(ad: JobTechAd, notes: Notes): VacancyInput {
  return {
    id: ad.id,
    version: versionOf(ad),
    employer: notes.line(ad.employer?.name ?? ad.employer?.workplace, "employer.name") ?? unnamed(notes),
    title: notes.line(ad.headline, "headline") ?? "",
    placementType: placementTypeFromLabel(`${ad.employment_type?.label ?? ""} ${ad.duration?.label ?? ""}`),
    ...present({
      description: notes.text(descriptionOf(ad), "description.text"),
      occupation: occupationOf(ad, notes),
      skills: skillsOf(ad, notes),
      languages: languagesOf(ad, notes),
      drivingLicences: licencesOf(ad, notes),
      hoursPerWeek: hoursOf(ad),
      start: startOf(ad),
      location: locationOf(ad, notes),
      seats: seatsOf(ad),
      publishedAt: notes.day(ad.publication_date, "publication_date"),
      deadline: notes.day(ad.application_deadline, "application_deadline"),
    }),
  };
}

function unnamed(notes: Notes): string {
  notes.add("missingField", "employer.name", "the ad names no employer");
  return unknownEmployer;
}

function versionOf({ timestamp, publication_date }: JobTechAd): number {
  const millis = timestamp ?? Date.parse(publication_date ?? "");
  return Number.isSafeInteger(millis) && millis > 0 ? millis : 1;
}

/** The ad's text, then those of its other texts that are not part of it. */
function descriptionOf({ description }: JobTechAd): string {
  const main = description?.text ?? "";
  const others = [
    description?.company_information,
    description?.needs,
    description?.requirements,
    description?.conditions,
  ];
  const added = others.filter((other) => other && !main.includes(other.trim()));
  return [main, ...added].join("\n\n");
}

function occupationOf({ occupation, occupation_group }: JobTechAd, notes: Notes): VacancyInput["occupation"] {
  const label = notes.line(occupation?.label, "occupation.label");
  if (label === undefined) return undefined;
  const group = occupation_group?.legacy_ams_taxonomy_id;
  return {
    text: label,
    ...present({
      conceptId: occupation?.concept_id ?? undefined,
      ssyk: group && /^\d{4}$/.test(group) ? group : undefined,
    }),
  };
}

function skillsOf(ad: JobTechAd, notes: Notes): VacancyInput["skills"] {
  const must = notes.lines(labelsOf(ad.must_have?.skills), "must_have.skills");
  const nice = notes.lines(labelsOf(ad.nice_to_have?.skills), "nice_to_have.skills");
  return must.length + nice.length === 0 ? undefined : { must, nice };
}

function labelsOf(list: z.infer<typeof concepts>): (string | null | undefined)[] {
  return (list ?? []).map((item) => item?.label);
}

function languagesOf(ad: JobTechAd, notes: Notes): VacancyInput["languages"] {
  const groups = labelsOf(ad.must_have?.languages).flatMap((label, index) => {
    const language = languageByName(label ?? "");
    if (language !== undefined) return [{ anyOf: [{ language }] }];
    notes.add("invalidField", `must_have.languages.${index}`, "the language has no known code, left out");
    return [];
  });
  return groups.length === 0 ? undefined : groups;
}

function licencesOf(ad: JobTechAd, notes: Notes): VacancyInput["drivingLicences"] {
  const groups = (ad.driving_license ?? []).flatMap((item, index) => {
    const licence = licenceOf(item?.label ?? "");
    if (licence !== undefined) return [{ anyOf: [licence] }];
    notes.add("invalidField", `driving_license.${index}`, "the category is not known, left out");
    return [];
  });
  if (groups.length > 0) return groups;
  return ad.driving_license_required === true ? [{ anyOf: ["B"] }] : undefined;
}

function licenceOf(label: string): DrivingLicence | undefined {
  const category = label.trim().replace(/^Utökad B$/iu, "B96");
  return drivingLicences.find((known) => known === category.toUpperCase());
}

function hoursOf({ scope_of_work, working_hours_type }: JobTechAd): VacancyInput["hoursPerWeek"] {
  const max = scope_of_work?.max ?? undefined;
  if (max === undefined || max <= 0 || max > 100) {
    return /^heltid$/iu.test(working_hours_type?.label ?? "")
      ? { min: fullTimeHours, max: fullTimeHours }
      : undefined;
  }
  const min = Math.min(Math.max(scope_of_work?.min ?? 0, 0), max);
  // From nothing to full time is what the form gives when nobody filled it in.
  if (min === 0 && max === 100) return undefined;
  return { min: hoursFrom(min), max: hoursFrom(max) };
}

function hoursFrom(percent: number): number {
  return (percent * fullTimeHours) / 100;
}

/** `access` is free text; only a date in it is a start. */
function startOf({ access }: JobTechAd): string | undefined {
  const found = /\b\d{4}-\d{2}-\d{2}\b/u.exec(access ?? "")?.[0];
  return found !== undefined && z.iso.date().safeParse(found).success ? found : undefined;
}

function locationOf({ workplace_address: address }: JobTechAd, notes: Notes): VacancyInput["location"] {
  const code = address?.municipality_code ?? undefined;
  const known = code !== undefined && isMunicipalityCode(code);
  if (code !== undefined && !known) {
    notes.add("invalidField", "workplace_address.municipality_code", "not a municipality, left out");
  }
  const [longitude, latitude] = address?.coordinates ?? [];
  const coordinates =
    isPosition(latitude, 90) && isPosition(longitude, 180) ? { latitude, longitude } : undefined;
  const location = present({ municipality: known ? code : undefined, coordinates });
  return Object.keys(location).length === 0 ? undefined : location;
}

function isPosition(degrees: number | null | undefined, limit: number): degrees is number {
  return typeof degrees === "number" && Math.abs(degrees) <= limit;
}

/** An ad that asks for nobody, or does not say how many, asks for one. */
function seatsOf({ number_of_vacancies }: JobTechAd): number | undefined {
  return number_of_vacancies && number_of_vacancies > 0 ? number_of_vacancies : undefined;
}
