import {
  type AdFormat,
  type ImportedAd,
  type ImportedParticipant,
  importAds,
  importParticipants,
  type MaskedField,
  maskVacancy,
  type Participant,
  type Problem,
  parseVacancy,
  readJsonRecords,
  type Vacancy,
} from "@jobbmatch/shared";
import type { ReadLine } from "./bulk-results.ts";

/** What a line of a body asks for. */
export type RecordLine<Body> =
  | {
      readonly kind: "put";
      /** Checked and masked. */
      readonly record: Body;
      readonly masked: readonly MaskedField[];
      /** Requirements that were recognised in an ad's text. */
      readonly recognised?: number;
    }
  | { readonly kind: "remove" };

export type Bytes = AsyncIterable<Uint8Array>;
type LineProblem = Problem & { readonly line: number };

/** Participants of a bulk body. */
export function readParticipantLines(
  bytes: Bytes,
  maxRecordBytes: number,
): AsyncGenerator<ReadLine<RecordLine<Participant>>> {
  return oneResultForEach(importParticipants(bytes, { maxRecordBytes }), participantLineOf);
}

function participantLineOf(
  event: Exclude<ImportedParticipant, { kind: "problem" }>,
): ReadLine<RecordLine<Participant>> {
  const { line, participant: record, masked } = event;
  return { kind: "item", line, id: record.id, item: { kind: "put", record, masked } };
}

/** Vacancies of a bulk body, in our own form. */
export async function* readVacancyLines(
  bytes: Bytes,
  maxRecordBytes: number,
): AsyncGenerator<ReadLine<RecordLine<Vacancy>>> {
  for await (const record of readJsonRecords(bytes, { maxRecordBytes })) {
    if (record.kind === "problem") yield problemLine([record.problem]);
    else yield vacancyLineOf(record.json, record.line);
  }
}

function vacancyLineOf(json: unknown, line: number): ReadLine<RecordLine<Vacancy>> {
  const parsed = parseVacancy(json);
  if (!parsed.ok) return { kind: "problem", line, problems: parsed.problems };
  const { record, masked } = maskVacancy(parsed.value);
  // A mask can be longer than what it hides, so the limits are checked once more.
  const checked = parseVacancy(record);
  if (!checked.ok) return { kind: "problem", line, problems: checked.problems };
  return { kind: "item", line, id: record.id, item: { kind: "put", record: checked.value, masked } };
}

/** Ads, with the requirements that were recognised in their texts; one that was taken down is to be removed. */
export function readAdLines(
  bytes: Bytes,
  options: { readonly maxRecordBytes: number; readonly format?: AdFormat },
): AsyncGenerator<ReadLine<RecordLine<Vacancy>>> {
  return oneResultForEach(importAds(bytes, options), adLineOf);
}

function adLineOf(event: Exclude<ImportedAd, { kind: "problem" }>): ReadLine<RecordLine<Vacancy>> {
  const { line } = event;
  if (event.kind === "removed") return { kind: "item", line, id: event.id, item: { kind: "remove" } };
  const { vacancy: record, masked, recognised } = event;
  return { kind: "item", line, id: record.id, item: { kind: "put", record, masked, recognised } };
}

/** The readers tell each thing that is wrong by itself; a record has one result, so those of a line are put together. */
async function* oneResultForEach<Event extends { readonly kind: string }, Item>(
  events: AsyncIterable<Event | { readonly kind: "problem"; readonly problem: LineProblem }>,
  lineOf: (event: Exclude<Event, { kind: "problem" }>) => ReadLine<Item>,
): AsyncGenerator<ReadLine<Item>> {
  let open: LineProblem[] = [];
  for await (const event of events) {
    const problem = problemOf(event);
    if (open.length > 0 && problem?.line !== open[0]?.line) {
      yield problemLine(open);
      open = [];
    }
    if (problem === undefined) yield lineOf(event as Exclude<Event, { kind: "problem" }>);
    else open.push(problem);
  }
  if (open.length > 0) yield problemLine(open);
}

function problemOf(event: object): LineProblem | undefined {
  return "problem" in event ? (event.problem as LineProblem) : undefined;
}

function problemLine(problems: readonly LineProblem[]): ReadLine<never> {
  return { kind: "problem", line: problems[0]?.line ?? 1, problems };
}
