#!/usr/bin/env node
import { type CandidateList, type Matcher, today } from "@jobbmatch/matcher";
import { describeProblem, JobbmatchError, type Vacancy } from "@jobbmatch/shared";
import { defaultToday, sampleParticipantsFile, sampleVacanciesFile } from "@jobbmatch/test-data";
import { assignmentReport } from "./assignment-report.ts";
import { type LoadedMatcher, loadMatcher } from "./load-matcher.ts";
import { matchDate } from "./match-date.ts";
import { type MatchOptions, readMatchOptions, usage } from "./match-options.ts";
import { reportOf } from "./match-report.ts";
import { answerTo, type OtherQuestion } from "./other-questions.ts";

/** How many vacancies the tour of `npm run demo` shows. */
const tourLength = 3;
/** Problems that are printed one by one; the rest are counted. */
const shownProblems = 20;

async function main(): Promise<number> {
  const options = readMatchOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const files = {
    ads: options.ads ?? sampleVacanciesFile,
    participants: options.participants ?? sampleParticipantsFile,
  };
  const loaded = await loadMatcher(files, options.language);
  reportProblems(loaded, options);
  const vacancies = chooseVacancies(loaded, options);
  if (options.question !== undefined) await writeAnswer(options.question, loaded, options);
  else if (options.assign) await writeAssignment(loaded.matcher, vacancies, options);
  else if (options.json) await writeJson(loaded.matcher, vacancies, options);
  else await writeTables(loaded.matcher, vacancies, options);
  return vacancies.length === 0 ? 1 : 0;
}

function chooseVacancies({ vacancies }: LoadedMatcher, { vacancy, demo }: MatchOptions): readonly Vacancy[] {
  if (demo) return vacancies.filter(({ status }) => status === "open").slice(0, tourLength);
  if (vacancy === undefined) return vacancies;
  const chosen = vacancies.filter(({ id }) => id === vacancy);
  if (chosen.length === 0) {
    throw new JobbmatchError({
      code: "unknownVacancy",
      id: vacancy,
      message: "there is no such ad in the file",
    });
  }
  return chosen;
}

function dateOf(options: Pick<MatchOptions, "date" | "participants">): string {
  return options.date ?? (options.participants === undefined ? defaultToday : today());
}

function match(matcher: Matcher, vacancy: Vacancy, options: MatchOptions): CandidateList {
  const date = options.date ?? matchDate(vacancy, dateOf(options));
  return matcher.topCandidates(vacancy.id, { limit: options.limit, unknown: options.unknown, date });
}

async function writeAnswer(
  question: OtherQuestion,
  { matcher, vacancies }: LoadedMatcher,
  options: MatchOptions,
): Promise<void> {
  const date = dateOf(options);
  await write(await answerTo(question, matcher, vacancies, { ...options, date }));
}

async function writeAssignment(
  matcher: Matcher,
  vacancies: readonly Vacancy[],
  { unknown, floorWeeks, language, json, ...options }: MatchOptions,
): Promise<void> {
  const floor = floorWeeks === undefined ? {} : { floor: { weeks: floorWeeks } };
  const proposal = await matcher.proposeAssignment({ date: dateOf(options), match: { unknown }, ...floor });
  const fairness = matcher.fairnessReport(proposal);
  const text = json
    ? `${JSON.stringify({ ...proposal, fairness })}\n`
    : assignmentReport(proposal, fairness, vacancies, language);
  await write(text);
}

async function writeTables(
  matcher: Matcher,
  vacancies: readonly Vacancy[],
  options: MatchOptions,
): Promise<void> {
  for (const vacancy of vacancies) {
    await write(reportOf(match(matcher, vacancy, options), vacancy, options.language, dateOf(options)));
  }
  if (options.demo) await write(`\n${nextSteps[options.language]}\n`);
}

async function writeJson(
  matcher: Matcher,
  vacancies: readonly Vacancy[],
  options: MatchOptions,
): Promise<void> {
  await write("[");
  for (const [index, vacancy] of vacancies.entries()) {
    await write(`${index === 0 ? "" : ","}\n${JSON.stringify(match(matcher, vacancy, options))}`);
  }
  await write("\n]\n");
}

/** Waits until the reader has taken the text, so that a slow pipe never fills the memory. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

function reportProblems(
  { problems, removedAds, maskedRecords }: LoadedMatcher,
  { language }: MatchOptions,
): void {
  const sv = language === "sv";
  for (const problem of problems.slice(0, shownProblems))
    process.stderr.write(`${describeProblem(problem)}\n`);
  const more = problems.length - shownProblems;
  if (more > 0) process.stderr.write(sv ? `och ${more} problem till\n` : `and ${more} more problems\n`);
  if (removedAds > 0)
    process.stderr.write(sv ? `${removedAds} borttagna annonser\n` : `${removedAds} removed ads\n`);
  if (maskedRecords > 0) {
    process.stderr.write(
      sv
        ? `Personuppgifter maskerades i ${maskedRecords} poster\n`
        : `Personal data was masked in ${maskedRecords} records\n`,
    );
  }
}

const nextSteps = {
  sv: `Prova också:
  npm run match -- --limit 10              alla platser i demokommunen
  npm run match -- --ads FIL               egna annonser (JobTech eller schema.org JobPosting)
  npm run match -- --help                  alla val`,
  en: `Try as well:
  npm run match -- --limit 10              all places of the demo municipality
  npm run match -- --ads FILE              your own ads (JobTech or schema.org JobPosting)
  npm run match -- --help                  all options`,
} as const;

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader has seen enough, as with "| head".
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof JobbmatchError)) throw error;
  for (const problem of error.problems) process.stderr.write(`${describeProblem(problem)}\n`);
  process.exitCode = 2;
}
