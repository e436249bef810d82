import type { Problem, Result } from "../errors.ts";
import { type MaskedField, maskVacancy } from "../privacy/mask-records.ts";
import { withRecognisedRequirements } from "../recognition/with-recognised-requirements.ts";
import { entityId } from "../schemas/fields.ts";
import { parseVacancy } from "../schemas/parse.ts";
import type { Vacancy } from "../schemas/vacancy.ts";
import type { AdaptedVacancy } from "./adapted.ts";
import { vacancyFromJobPosting } from "./job-posting.ts";
import { jobPostingsIn } from "./job-postings-in.ts";
import { vacancyFromJobTechAd } from "./jobtech-ad.ts";
import { type JsonRecordOptions, type JsonSource, readJsonRecords } from "./json-records.ts";

/** One thing that reading ads gave. */
export type ImportedAd =
  | {
      readonly kind: "vacancy";
      /** The line on which the record begins, counted from 1. */
      readonly line: number;
      readonly vacancy: Vacancy;
      /** How many requirements were recognised in the running text. */
      readonly recognised: number;
      /** What was masked in which field. */
      readonly masked: readonly MaskedField[];
      /** What of the ad was left out or cut. */
      readonly notes: readonly Problem[];
    }
  | { readonly kind: "removed"; readonly line: number; readonly id: string }
  | { readonly kind: "problem"; readonly problem: Problem & { readonly line: number } };

/**
 * Reads ads from a file or an answer, one at a time: JobTech ads, schema.org `JobPosting`s and our own vacancies, also
 * mixed. Personal data in texts is masked, then requirements are recognised in the running text. A record that cannot
 * be used gives one problem for each thing that is wrong, with line, id and field, and the rest go on. Ids that occur
 * twice are given twice: only the receiver knows which version it has.
 *
 * @example
 * for await (const ad of importAds(createReadStream("ads.jsonl"))) {
 *   if (ad.kind === "vacancy") await matcher.upsertVacancies([ad.vacancy]);
 * }
 */
export async function* importAds(
  source: JsonSource,
  options: JsonRecordOptions = {},
): AsyncGenerator<ImportedAd> {
  for await (const record of readJsonRecords(source, options)) {
    if (record.kind === "problem") yield record;
    else for (const event of adsOf(record.json)) yield atLine(event, record.line);
  }
}

type AdWithoutLine =
  | Omit<Extract<ImportedAd, { kind: "vacancy" }>, "line">
  | Omit<Extract<ImportedAd, { kind: "removed" }>, "line">
  | { readonly kind: "problem"; readonly problem: Problem };

function atLine(event: AdWithoutLine, line: number): ImportedAd {
  if (event.kind === "problem") return { kind: "problem", problem: { ...event.problem, line } };
  return { ...event, line };
}

function adsOf(json: unknown): AdWithoutLine[] {
  const postings = jobPostingsIn(json);
  if (postings.length > 0) return postings.flatMap((posting) => finish(vacancyFromJobPosting(posting)));
  if (typeof json !== "object" || json === null) return [unsupported];
  const removed = removedId(json);
  if (removed !== undefined) return [{ kind: "removed", id: removed }];
  if ("headline" in json) return finish(vacancyFromJobTechAd(json));
  if ("title" in json || "employer" in json) return finish(ownVacancy(json));
  return [unsupported];
}

const unsupported: AdWithoutLine = {
  kind: "problem",
  problem: { code: "unsupportedFormat", message: "neither a JobTech ad, a JobPosting nor a vacancy" },
};

/** An ad that was taken down comes as a stub without texts. */
function removedId(json: object): string | undefined {
  if (!("removed" in json) || json.removed !== true || !("id" in json)) return undefined;
  return entityId.safeParse(String(json.id)).data;
}

function ownVacancy(json: unknown): Result<AdaptedVacancy> {
  const parsed = parseVacancy(json);
  return parsed.ok ? { ok: true, value: { vacancy: parsed.value, notes: [] } } : parsed;
}

function finish(adapted: Result<AdaptedVacancy>): AdWithoutLine[] {
  if (!adapted.ok) return problemsOf(adapted.problems);
  const parsed = parseVacancy(adapted.value.vacancy);
  if (!parsed.ok) return problemsOf(parsed.problems);
  const { record, masked } = maskVacancy(parsed.value);
  const { vacancy, recognised } = withRecognisedRequirements(record);
  // A mask can be longer than what it hides, so the limits are checked once more.
  const checked = parseVacancy(vacancy);
  if (!checked.ok) return problemsOf(checked.problems);
  return [{ kind: "vacancy", vacancy: checked.value, recognised, masked, notes: adapted.value.notes }];
}

function problemsOf(problems: readonly Problem[]): AdWithoutLine[] {
  return problems.map((problem) => ({ kind: "problem", problem }));
}
