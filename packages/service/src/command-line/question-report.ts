import type { PersonToAsk, TalliedQuestion } from "@jobbmatch/matcher";
import type { TextLanguage } from "@jobbmatch/shared";
import Table from "cli-table3";
import { openTable } from "./open-table.ts";

const words = {
  sv: {
    participant: "Deltagare",
    subject: "Ämne",
    ask: "Att fråga",
    settles: "Avgör",
    open: "Rör",
    places: "platser",
    people: "personer",
    nothing: "Inget är oklart.",
  },
  en: {
    participant: "Participant",
    subject: "Subject",
    ask: "To ask",
    settles: "Settles",
    open: "Concerns",
    places: "places",
    people: "people",
    nothing: "Nothing is unknown.",
  },
} as const;

/** Whom to ask what first, as text for a terminal. */
export function everybodyReport(asked: readonly PersonToAsk[], language: TextLanguage): string {
  const { participant, subject, ask, settles, open, places, nothing } = words[language];
  if (asked.length === 0) return `\n${nothing}\n`;
  const table = new Table({
    ...openTable,
    head: [participant, subject, ask, settles, open],
    colWidths: [13, 26, 66, 14, 14],
    style: { head: ["bold"], border: [] },
  });
  for (const each of asked) {
    const questions = each.questions.map(({ text }) => text[language]).join("\n");
    const counts = [`${each.settles} ${places}`, `${each.open} ${places}`];
    table.push([each.participant, each.name[language], questions, ...counts]);
  }
  return `\n${table.toString()}\n`;
}

/** What to ask people for one vacancy's sake, as text for a terminal. */
export function vacancyQuestionReport(asked: readonly TalliedQuestion[], language: TextLanguage): string {
  const { ask, settles, open, people, nothing } = words[language];
  if (asked.length === 0) return `\n${nothing}\n`;
  const table = new Table({
    ...openTable,
    head: [ask, settles, open],
    colWidths: [92, 16, 16],
    style: { head: ["bold"], border: [] },
  });
  for (const each of asked)
    table.push([each.text[language], `${each.settles} ${people}`, `${each.open} ${people}`]);
  return `\n${table.toString()}\n`;
}
