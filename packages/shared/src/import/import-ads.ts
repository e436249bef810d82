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

/** The formats that ads come in; `vacancy` is our own. */
export const adFormats = ["jobtech", "jobposting", "vacancy"] as const;
export type AdFormat = (typeof adFormats)[number];

export interface ImportAdsOptions extends JsonRecordOptions {
  /** Takes ads of this format only; others are problems (`unsupportedFormat`). @default any */
  readonly format?: AdFormat;
}

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
  options: ImportAdsOptions = {},
): AsyncGenerator<ImportedAd> {
  for await (const record of readJsonRecords(source, options)) {
    if (record.kind === "problem") yield record;
    else for (const event of adsOf(record.json, options.format)) yield atLine(event, record.line);
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

function adsOf(json: unknown, wanted: AdFormat | undefined): AdWithoutLine[] {
  const postings = jobPostingsIn(json);
  const format = postings.length > 0 ? "jobposting" : formatOf(json);
  if (format === undefined || (wanted !== undefined && format !== wanted)) return [unsupported];
  switch (format) {
    case "jobposting":
      return postings.flatMap((posting) => finish(vacancyFromJobPosting(posting)));
    case "jobtech": {
      const removed = removedId(json);
      return removed === undefined ? finish(vacancyFromJobTechAd(json)) : [{ kind: "removed", id: removed }];
    }
    case "vacancy":
      return finish(ownVacancy(json));
  }
}

function formatOf(json: unknown): AdFormat | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  if ("headline" in json || removedId(json) !== undefined) return "jobtech";
  return "title" in json || "employer" in json ? "vacancy" : undefined;
}

const unsupported: AdWithoutLine = {
  kind: "problem",
  problem: { code: "unsupportedFormat", message: "neither a JobTech ad, a JobPosting nor a vacancy" },
};

/** An ad that was taken down comes as a stub without texts. */
function removedId(json: unknown): string | undefined {
  if (
    typeof json !== "object" ||
    json === null ||
    !("removed" in json) ||
    json.removed !== true ||
    !("id" in json)
  )
    return undefined;
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
