import type { HuntList, WorkplaceKind } from "@jobbmatch/matcher";
import { municipalityByCode, type TextLanguage } from "@jobbmatch/shared";
import Table from "cli-table3";
import colours from "picocolors";
import { openTable } from "./open-table.ts";

const words = {
  sv: {
    without: "deltagare utan bra plats av",
    able: "Kan eller vill",
    call: "Ring först",
    work: "Arbete",
    place: "Ort",
    hours: "Timmar",
    swedish: "Svenska",
    serves: "Når",
    more: "fler",
    notes: "Varav",
    had: "har gjort sådant",
    wish: "önskar det",
    certain: "utan något att fråga",
    noDemand: "inget krav",
    left: "kvar utan plats",
    undirected: "av dem saknar känd erfarenhet och önskan: tala med dem först",
    none: "Ingen sorts arbetsplats skulle nå tillräckligt många.",
  },
  en: {
    without: "participants without a good place of",
    able: "Can or want",
    call: "Call first",
    work: "Work",
    place: "Where",
    hours: "Hours",
    swedish: "Swedish",
    serves: "Serves",
    more: "more",
    notes: "Of whom",
    had: "have done such work",
    wish: "wish for it",
    certain: "with nothing to ask",
    noDemand: "no demand",
    left: "left without a place",
    undirected: "of them have no known experience or wish: talk to them first",
    none: "No kind of workplace would serve enough people.",
  },
} as const;

/** Which workplaces to call first, as text for a terminal. */
export function huntReport(list: HuntList, language: TextLanguage): string {
  const { without, able, none, left, undirected } = words[language];
  const groups = list.groups.map(({ name, people }) => `${name[language]} ${people}`).join(", ");
  const parts = [
    `\n${colours.bold(`${list.withoutPlace} ${without} ${list.total}`)}`,
    ...(groups === "" ? [] : [colours.dim(`${able}: ${groups}`)]),
    list.kinds.length === 0 ? colours.yellow(none) : kindTable(list.kinds, language),
    `${list.left} ${left}${list.leftUndirected === undefined ? "" : `; ${list.leftUndirected} ${undirected}`}`,
  ];
  return `${parts.join("\n")}\n`;
}

function kindTable(kinds: readonly WorkplaceKind[], language: TextLanguage): string {
  const { call, work, place, hours, swedish, serves, more, notes } = words[language];
  const table = new Table({
    ...openTable,
    head: [call, work, place, hours, swedish, serves, notes],
    colWidths: [12, 26, 14, 9, 13, 10, 68],
    style: { head: ["bold"], border: [] },
  });
  for (const [index, kind] of kinds.entries()) {
    table.push([
      index + 1,
      kind.occupation.name[language],
      municipalityByCode(kind.municipality)?.name ?? kind.municipality,
      kind.hoursPerWeek,
      kind.swedish === "none" ? words[language].noDemand : kind.swedish,
      `${kind.serves} ${more}`,
      notesOn(kind, language),
    ]);
  }
  return table.toString();
}

function notesOn({ experienced, wishing, certain }: WorkplaceKind, language: TextLanguage): string {
  const { had, wish, certain: nothingToAsk } = words[language];
  const counts = [
    [experienced, had],
    [wishing, wish],
    [certain, nothingToAsk],
  ] as const;
  return counts.flatMap(([count, text]) => (count === undefined ? [] : [`${count} ${text}`])).join(", ");
}
