import {
  builtInRules,
  type Candidate,
  type CandidateList,
  type Contribution,
  type FunnelStep,
  features,
} from "@jobbmatch/matcher";
import { municipalityByCode, type TextLanguage, type Vacancy } from "@jobbmatch/shared";
import Table from "cli-table3";
import colours from "picocolors";
import { openTable } from "./open-table.ts";

const words = {
  sv: {
    participant: "Deltagare",
    match: "Match",
    reasons: "Varför",
    ask: "Att fråga",
    nearly: "Nästan",
    wouldFit: "Skulle passa om",
    people: "deltagare",
    left: "kvar",
    unknown: "oklart",
    nobody: "Ingen kvar",
    nobodyBecause: "Kravet som stängde ute de sista",
    recognised: "Läst i annonsens text",
    asOf: "Sista ansökningsdag har gått ut; matchat som den",
  },
  en: {
    participant: "Participant",
    match: "Match",
    reasons: "Why",
    ask: "To ask",
    nearly: "Nearly",
    wouldFit: "Would fit if",
    people: "participants",
    left: "left",
    unknown: "unknown",
    nobody: "Nobody left",
    nobodyBecause: "The requirement that closed out the last",
    recognised: "Read in the ad's text",
    asOf: "The deadline has passed; matched as of",
  },
} as const;

/** Contributions below this are no reasons. */
const worthShowing = 0.01;
/** Reasons and questions that a row shows at the most. */
const shown = 2;

/** One ad's list as text for a terminal. */
export function reportOf(
  list: CandidateList,
  vacancy: Vacancy,
  language: TextLanguage,
  today: string,
): string {
  const parts = [
    heading(list, vacancy, language, today),
    list.candidates.length === 0 ? nobodyLeft(list, language) : candidateTable(list.candidates, language),
    funnelLine(list, language),
    ...(list.nearMisses.length === 0 ? [] : [nearMissTable(list.nearMisses, language)]),
  ];
  return `${parts.join("\n")}\n`;
}

function heading(list: CandidateList, vacancy: Vacancy, language: TextLanguage, today: string): string {
  const place = vacancy.location?.municipality;
  const where = place === undefined ? "" : ` · ${municipalityByCode(place)?.name ?? place}`;
  const lines = [
    `\n${colours.bold(vacancy.title)} · ${vacancy.employer}${where} ${colours.dim(`(${vacancy.id})`)}`,
  ];
  const read = recognisedSentences(vacancy);
  if (read.length > 0)
    lines.push(colours.dim(`${words[language].recognised}: ${read.map((text) => `"${text}"`).join(" ")}`));
  if (list.date !== today) lines.push(colours.dim(`${words[language].asOf} ${list.date}`));
  return lines.join("\n");
}

function recognisedSentences({ languages, drivingLicences, credentials, workingTimes }: Vacancy): string[] {
  const groups = [
    ...(languages ?? []),
    ...(drivingLicences ?? []),
    ...(credentials ?? []),
    ...(workingTimes ?? []),
  ];
  const sentences = groups
    .filter(({ source }) => source === "recognised")
    .flatMap(({ evidence }) => evidence ?? []);
  return [...new Set(sentences)].map((text) => shorten(text, 90));
}

function candidateTable(candidates: readonly Candidate[], language: TextLanguage): string {
  const { participant, match, reasons, ask } = words[language];
  const table = new Table({
    ...openTable,
    head: ["#", participant, match, reasons, ask],
    colWidths: [4, 13, 7, 54, 46],
    style: { head: ["bold"], border: [] },
  });
  for (const candidate of candidates) {
    table.push([
      candidate.rank,
      colours.cyan(candidate.participant),
      percent(candidate.score),
      reasonsOf(candidate, language),
      questionsOf(candidate, language),
    ]);
  }
  return table.toString();
}

function reasonsOf({ contributions }: Candidate, language: TextLanguage): string {
  return [...contributions]
    .filter(({ known, contribution }) => known && contribution >= worthShowing)
    .sort((a, b) => b.contribution - a.contribution)
    .slice(0, shown)
    .map((contribution) => reasonOf(contribution, language))
    .join("\n");
}

function reasonOf({ feature, contribution, detail }: Contribution, language: TextLanguage): string {
  const name = features.find(({ id }) => id === feature)?.name[language] ?? feature;
  return `+${Math.round(contribution * 100)} ${name.toLowerCase()}: ${shorten(detail[language], 60)}`;
}

function questionsOf({ questions }: Candidate, language: TextLanguage): string {
  const more = questions.length - shown;
  return [
    ...questions.slice(0, shown).map(({ text }) => text[language]),
    ...(more > 0 ? [moreQuestions(more, language)] : []),
  ].join("\n");
}

function moreQuestions(count: number, language: TextLanguage): string {
  if (language === "sv") return count === 1 ? "och en fråga till" : `och ${count} frågor till`;
  return count === 1 ? "and one more question" : `and ${count} more questions`;
}

function nearMissTable(nearMisses: readonly Candidate[], language: TextLanguage): string {
  const { nearly, match, wouldFit } = words[language];
  const table = new Table({
    ...openTable,
    head: ["", nearly, match, wouldFit],
    colWidths: [4, 13, 7, 100],
    style: { head: ["yellow"], border: [] },
  });
  for (const candidate of nearMisses) {
    table.push(["", candidate.participant, percent(candidate.score), whatWouldHelp(candidate, language)]);
  }
  return table.toString();
}

function whatWouldHelp({ remedies, rules }: Candidate, language: TextLanguage): string {
  if (remedies.length > 0) return remedies.map(({ text }) => text[language]).join("; ");
  return rules
    .filter(({ outcome }) => outcome === "fail")
    .map(({ rule, evidence }) => `${ruleName(rule, language)}: ${evidence.found[language]}`)
    .join("; ");
}

function funnelLine({ funnel }: CandidateList, language: TextLanguage): string {
  const { people, unknown } = words[language];
  const steps = funnel.steps.map(({ rule, remaining, unknown: open }) => {
    const questions = open === 0 ? "" : ` (${open} ${unknown})`;
    return `${ruleName(rule, language).toLowerCase()} ${remaining}${questions}`;
  });
  return colours.dim([`${funnel.total} ${people}`, ...steps].join(" → "));
}

function nobodyLeft({ funnel }: CandidateList, language: TextLanguage): string {
  const { nobody, nobodyBecause } = words[language];
  const last = emptyingStep(funnel.steps);
  const reason =
    last === undefined ? "" : ` ${nobodyBecause}: ${ruleName(last.rule, language).toLowerCase()}.`;
  return colours.yellow(`${nobody}.${reason}`);
}

/** The first step after which nobody was left. */
function emptyingStep(steps: readonly FunnelStep[]): FunnelStep | undefined {
  return steps.find(({ remaining }) => remaining === 0);
}

function ruleName(id: string, language: TextLanguage): string {
  return builtInRules.find((rule) => rule.id === id)?.name[language] ?? id;
}

function percent(score: number): string {
  return `${Math.round(score * 100)} %`;
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
}
