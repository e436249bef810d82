import {
  type AssignmentOutcome,
  type AssignmentProposal,
  describeEmptySeats,
  describeFloor,
  describeProposal,
  type FairnessReport,
  type GroupShare,
} from "@jobbmatch/matcher";
import type { TextLanguage, Vacancy } from "@jobbmatch/shared";
import Table from "cli-table3";
import colours from "picocolors";
import { openTable } from "./open-table.ts";

const words = {
  sv: {
    title: "Förslag för natten",
    decide: "En människa avgör varje förslag.",
    participant: "Deltagare",
    place: "Plats",
    match: "Match",
    why: "Varför här",
    empty: "Tomma platser",
    summary: "Vad det ger",
    people: "personer med plats",
    seats: "platser fyllda",
    lowest: "sämsta match",
    mean: "medelmatch",
    longest: "längsta väntan utan plats, dagar",
    together: "Alla platser tillsammans",
    greedy: "Plats för plats, bästa lediga person",
    lists: "Olika personer överst på listorna",
    best: "Bevisat bäst.",
    within: "Högst så långt från det bästa:",
    reach: "Vem förslagen når",
    group: "Grupp",
    share: "Andel med förslag, 95 %",
    withheld: "färre än 5",
    lower: "lägre än alla",
    higher: "högre än alla",
    similar: "",
    dimensions: {
      yearsSinceWork: "År sedan senaste arbete",
      monthsRegistered: "Månader som inskriven",
      sfiStep: "Svenska",
      ladderStep: "Steg på trappan",
    },
  },
  en: {
    title: "Proposal for the night",
    decide: "A person decides on each proposal.",
    participant: "Participant",
    place: "Place",
    match: "Match",
    why: "Why here",
    empty: "Empty seats",
    summary: "What it gives",
    people: "people with a place",
    seats: "seats filled",
    lowest: "lowest match",
    mean: "mean match",
    longest: "longest wait without a place, days",
    together: "All places together",
    greedy: "Place by place, the best free person",
    lists: "Different people on top of the lists",
    best: "Proved best.",
    within: "At most so far from the best:",
    reach: "Whom the proposals reach",
    group: "Group",
    share: "Share proposed, 95 %",
    withheld: "fewer than 5",
    lower: "lower than all",
    higher: "higher than all",
    similar: "",
    dimensions: {
      yearsSinceWork: "Years since the last work",
      monthsRegistered: "Months registered",
      sfiStep: "Swedish",
      ladderStep: "Step on the ladder",
    },
  },
} as const;

/** Names of groups that no number says; in English they stand as they are. */
const swedishGroups: Readonly<Record<string, string>> = {
  unknown: "okänt",
  never: "aldrig",
  none: "inget beslut",
};

/** A night's proposal as text for a terminal. */
export function assignmentReport(
  proposal: AssignmentProposal,
  fairness: FairnessReport,
  vacancies: readonly Vacancy[],
  language: TextLanguage,
): string {
  const titles = new Map(vacancies.map(({ id, title, employer }) => [id, `${title} · ${employer} (${id})`]));
  const titleOf = (id: string) => titles.get(id) ?? id;
  const { title, decide } = words[language];
  const parts = [
    `\n${colours.bold(`${title} · ${proposal.date}`)} · ${decide}`,
    proposalTable(proposal, titleOf, language),
    emptySeatLines(proposal, titleOf, language),
    outcomeTable(proposal, language),
    optimalityLine(proposal, language),
    ...(proposal.floor === undefined ? [] : [colours.yellow(describeFloor(proposal.floor)[language])]),
    fairnessTable(fairness, language),
  ];
  return `${parts.filter((part) => part !== "").join("\n")}\n`;
}

type TitleOf = (vacancy: string) => string;

function proposalTable({ proposals }: AssignmentProposal, titleOf: TitleOf, language: TextLanguage): string {
  const { participant, place, match, why } = words[language];
  const table = new Table({
    ...openTable,
    head: [participant, place, match, why],
    colWidths: [13, 52, 7, 62],
    style: { head: ["bold"], border: [] },
  });
  for (const each of proposals) {
    table.push([
      colours.cyan(each.participant),
      titleOf(each.vacancy),
      percent(each.score),
      describeProposal(each)[language],
    ]);
  }
  return table.toString();
}

function emptySeatLines(
  { emptySeats }: AssignmentProposal,
  titleOf: TitleOf,
  language: TextLanguage,
): string {
  if (emptySeats.length === 0) return "";
  const lines = emptySeats.map(
    (each) => `  ${each.seats} × ${titleOf(each.vacancy)}: ${describeEmptySeats(each)[language]}`,
  );
  return [colours.bold(words[language].empty), ...lines].join("\n");
}

function outcomeTable({ comparison }: AssignmentProposal, language: TextLanguage): string {
  const { summary, people, seats, lowest, mean, longest, together, greedy, lists } = words[language];
  const table = new Table({
    ...openTable,
    head: [summary, people, seats, lowest, mean, longest],
    style: { head: ["bold"], border: [] },
    wordWrap: false,
  });
  table.push([together, ...cellsOf(comparison.proposed)], [greedy, ...cellsOf(comparison.greedy)]);
  table.push([lists, comparison.peopleOnTopOfLists, "", "", "", ""]);
  return table.toString();
}

function cellsOf({
  people,
  seatsFilled,
  lowestScore,
  meanScore,
  longestWaitWithoutPlace,
}: AssignmentOutcome) {
  return [
    people,
    seatsFilled,
    lowestScore === undefined ? "" : percent(lowestScore),
    meanScore === undefined ? "" : percent(meanScore),
    longestWaitWithoutPlace ?? "",
  ];
}

function optimalityLine({ optimality }: AssignmentProposal, language: TextLanguage): string {
  const { best, within } = words[language];
  return colours.dim(optimality.gap === 0 ? best : `${within} ${(optimality.gap * 100).toFixed(3)} %`);
}

function fairnessTable({ byDistance }: FairnessReport, language: TextLanguage): string {
  const { reach, group, share, dimensions } = words[language];
  const table = new Table({
    ...openTable,
    head: [reach, group, share, ""],
    style: { head: ["bold"], border: [] },
    wordWrap: false,
  });
  for (const { dimension, groups } of byDistance) {
    for (const [index, each] of groups.entries())
      table.push([index === 0 ? dimensions[dimension] : "", ...groupCells(each, language)]);
  }
  return table.toString();
}

function groupCells(
  { group, people, proposed, interval, comparedWithAll }: GroupShare,
  language: TextLanguage,
) {
  const { withheld } = words[language];
  const name = language === "sv" ? (swedishGroups[group] ?? group.replace("step", "steg")) : group;
  const share = interval === undefined ? "" : ` ${percent(interval.low)}–${percent(interval.high)}`;
  const count = people === undefined ? withheld : `${proposed ?? withheld} / ${people}`;
  return [name, `${count}${share}`, comparedWithAll === undefined ? "" : words[language][comparedWithAll]];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
