import type { Problem } from "../errors.ts";
import { entityId, shortTextLimit } from "../schemas/fields.ts";
import { parseWith } from "../schemas/parse-with.ts";
import type { VacancyInput } from "../schemas/vacancy.ts";
import { languageByName } from "../vocabulary/language-names.ts";
import { type AdaptedResult, fullTimeHours, Notes, present, unknownEmployer } from "./adapted.ts";
import { htmlToText } from "./html-text.ts";
import { type JobPosting, jobPosting } from "./job-posting-schema.ts";
import { municipalityFromText } from "./municipality-from-text.ts";
import { placementTypeFromLabel } from "./placement-type-from-label.ts";

const missingId: Problem = {
  code: "missingField",
  field: "identifier",
  message: "the posting has no usable id",
};

/**
 * A schema.org `JobPosting` as a vacancy.
 *
 * The id is `identifier`, else `id`, `@id` or `url`, with `-` for characters that an id cannot have; `version` is the
 * publication day in milliseconds, or 1. HTML becomes text; responsibilities, qualifications and requirements are
 * added to the description. The municipality is taken only if all places lie in the same one.
 *
 * @returns the vacancy with notes about what was left out, or the properties that have a wrong type.
 */
export function vacancyFromJobPosting(json: unknown): AdaptedResult {
  const parsed = parseWith(jobPosting, json);
  if (!parsed.ok) return parsed;
  const id = idOf(parsed.value);
  if (id === undefined) return { ok: false, problems: [missingId] };
  const notes = new Notes(id);
  const vacancy = adapt(id, parsed.value, notes);
  return { ok: true, value: { vacancy, notes: notes.list } };
}

function idOf({ identifier: [first], id, "@id": nodeId, url }: JobPosting): string | undefined {
  const value = typeof first === "object" ? first.value : first;
  return [value, id, nodeId, url]
    .map((candidate) => toEntityId(candidate))
    .find((found) => found !== undefined);
}

/** Of a long text, such as an address, the end tells most. */
function toEntityId(value: string | number | null | undefined): string | undefined {
  const clean = String(value ?? "")
    .replace(/[^A-Za-z0-9._:-]+/gu, "-")
    .slice(-128)
    .replace(/^[^A-Za-z0-9]+|-+$/gu, "");
  return entityId.safeParse(clean).data;
}

function adapt(id: string, posting: JobPosting, notes: Notes): VacancyInput {
  const publishedAt = notes.day(posting.datePosted, "datePosted");
  const employmentType = posting.employmentType.join(" ");
  return {
    id,
    version: publishedAt === undefined ? 1 : Date.parse(publishedAt),
    employer: employerOf(posting, notes),
    title: notes.line(htmlToText(posting.title), "title") ?? "",
    placementType: placementTypeFromLabel(employmentType),
    ...present({
      description: notes.text(descriptionOf(posting), "description"),
      occupation: occupationOf(posting, notes),
      ...skillsAndLanguagesOf(posting, notes),
      hoursPerWeek: isFullTime(employmentType) ? { min: fullTimeHours, max: fullTimeHours } : undefined,
      start: notes.day(posting.jobStartDate, "jobStartDate"),
      location: locationOf(posting),
      seats: seatsOf(posting, notes),
      publishedAt,
      deadline: notes.day(posting.validThrough, "validThrough"),
    }),
  };
}

function employerOf({ hiringOrganization }: JobPosting, notes: Notes): string {
  const name = notes.line(
    hiringOrganization.find((text) => text.trim() !== ""),
    "hiringOrganization",
  );
  if (name !== undefined) return name;
  notes.add("missingField", "hiringOrganization", "the posting names no employer");
  return unknownEmployer;
}

function isFullTime(employmentType: string): boolean {
  return (
    /\bfull[_ -]?time\b|\bheltid\b/iu.test(employmentType) && !/part[_ -]?time|deltid/iu.test(employmentType)
  );
}

function descriptionOf(posting: JobPosting): string {
  const texts = [
    posting.description ?? "",
    ...posting.responsibilities,
    ...posting.qualifications,
    ...posting.educationRequirements,
    ...posting.experienceRequirements,
    ...posting.skills.filter((skill) => skill.length > shortTextLimit),
    posting.workHours ?? "",
  ];
  return texts
    .map((text) => htmlToText(text).trim())
    .filter((text) => text !== "")
    .join("\n\n");
}

function occupationOf(posting: JobPosting, notes: Notes): VacancyInput["occupation"] {
  const first = [...posting.relevantOccupation, ...posting.occupationalCategory].find(
    (name) => name.trim() !== "",
  );
  const text = notes.line(first, "relevantOccupation");
  return text === undefined ? undefined : { text };
}

/** A skill that is a language's name is a language of unknown level. */
function skillsAndLanguagesOf(posting: JobPosting, notes: Notes): Pick<VacancyInput, "skills" | "languages"> {
  const pieces = posting.skills
    .filter((skill) => skill.length <= shortTextLimit)
    .flatMap((skill) => htmlToText(skill).split(/[,;\n•]/u));
  const languages = pieces.flatMap((piece) => languageByName(piece) ?? []);
  const must = notes.lines(
    pieces.filter((piece) => languageByName(piece) === undefined),
    "skills",
  );
  return present({
    skills: must.length === 0 ? undefined : { must, nice: [] },
    languages: languages.length === 0 ? undefined : languages.map((language) => ({ anyOf: [{ language }] })),
  });
}

function locationOf({ jobLocation }: JobPosting): VacancyInput["location"] {
  const places = jobLocation.filter((item) => item !== null);
  const codes = new Set(
    places.flatMap((item) => municipalityFromText(item.address || item.name || "") ?? []),
  );
  const [municipality] = codes.size === 1 ? codes : [];
  const geo = places.length === 1 ? places[0]?.geo : undefined;
  const location = present({ municipality, coordinates: geo ?? undefined });
  return Object.keys(location).length === 0 ? undefined : location;
}

function seatsOf({ totalJobOpenings }: JobPosting, notes: Notes): number | undefined {
  if (totalJobOpenings === null || totalJobOpenings === undefined) return undefined;
  if (Number.isInteger(totalJobOpenings) && totalJobOpenings > 0) return totalJobOpenings;
  notes.add("invalidNumber", "totalJobOpenings", "not a number of openings, left out");
  return undefined;
}
