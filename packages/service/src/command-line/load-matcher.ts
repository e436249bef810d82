import { Matcher, TransformersEmbedder, type UpsertReport } from "@jobbmatch/matcher";
import { importAds, importParticipants, type Problem, type Vacancy } from "@jobbmatch/shared";
import { startProgress } from "./progress.ts";
import { type OpenedFile, openFile } from "./read-records.ts";

/** A matcher with everything loaded, and what was noticed on the way. */
export interface LoadedMatcher {
  readonly matcher: Matcher;
  /** The ads that can be matched, each once, in the order of the file. */
  readonly vacancies: readonly Vacancy[];
  /** Ads that their sender has taken back. */
  readonly removedAds: number;
  readonly problems: readonly Problem[];
  /** Records in which personal data was masked. */
  readonly maskedRecords: number;
}

export interface Files {
  readonly ads: string;
  readonly participants: string;
}

/** Reads both files into a new matcher. Progress goes to standard error. */
export async function loadMatcher(files: Files, language: "sv" | "en"): Promise<LoadedMatcher> {
  const [participantFile, adFile] = [await openFile(files.participants), await openFile(files.ads)];
  const matcher = await Matcher.create({ embedder: await TransformersEmbedder.create() });
  const participants = await loadParticipants(matcher, participantFile, language);
  const ads = await readAds(adFile);
  const report = await matcher.upsertVacancies(ads.vacancies);
  return {
    matcher,
    vacancies: newestVersions(ads.vacancies),
    removedAds: ads.removed,
    problems: [...participants.problems, ...ads.problems, ...report.problems],
    maskedRecords: participants.report.masked.length + report.masked.length,
  };
}

/** Each ad once, in the version that the matcher has kept: the newest, and of equal ones the first. */
function newestVersions(vacancies: readonly Vacancy[]): readonly Vacancy[] {
  const newest = new Map<string, Vacancy>();
  for (const vacancy of vacancies) {
    const known = newest.get(vacancy.id);
    if (known === undefined || vacancy.version > known.version) newest.set(vacancy.id, vacancy);
  }
  return [...newest.values()];
}

async function loadParticipants(
  matcher: Matcher,
  file: OpenedFile,
  language: "sv" | "en",
): Promise<{ report: UpsertReport; problems: Problem[] }> {
  const problems: Problem[] = [];
  const label = language === "sv" ? "Läser in deltagare" : "Loading participants";
  const progress = startProgress(label, file.size);
  async function* valid() {
    for await (const record of importParticipants(file.bytes)) {
      if (record.kind === "problem") problems.push(record.problem);
      else yield record.participant;
    }
  }
  const report = await matcher.upsertParticipants(valid(), {
    onProgress: () => progress.update(file.position()),
  });
  progress.stop();
  return { report, problems: [...problems, ...report.problems] };
}

interface ReadAds {
  readonly vacancies: Vacancy[];
  readonly problems: Problem[];
  removed: number;
}

async function readAds(file: OpenedFile): Promise<ReadAds> {
  const read: ReadAds = { vacancies: [], problems: [], removed: 0 };
  for await (const record of importAds(file.bytes)) {
    switch (record.kind) {
      case "vacancy":
        read.vacancies.push(record.vacancy);
        break;
      case "removed":
        read.removed += 1;
        break;
      case "problem":
        read.problems.push(record.problem);
        break;
    }
  }
  return read;
}
