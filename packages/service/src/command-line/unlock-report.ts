import type {
  NamedChange,
  ParticipantUnlocks,
  TalliedQuestion,
  Unlock,
  Unlocks,
  VacancyUnlocks,
} from "@jobbmatch/matcher";
import type { TextLanguage } from "@jobbmatch/shared";
import Table from "cli-table3";
import colours from "picocolors";
import { openTable } from "./open-table.ts";

const words = {
  sv: {
    places: "platser",
    people: "deltagare",
    open: "öppna i dag av",
    allowed: "får plats i dag av",
    ask: "Fråga först",
    settles: "avgör",
    one: "En ändring",
    two: "Två ändringar tillsammans",
    effort: "Möda",
    opens: "Öppnar",
    adds: "Släpper in",
    more: "fler",
    together: "bara tillsammans",
    nothing: "Ingen ändring som motorn känner skulle öppna något mer.",
  },
  en: {
    places: "places",
    people: "participants",
    open: "open today of",
    allowed: "allowed today of",
    ask: "Ask first",
    settles: "settles",
    one: "One change",
    two: "Two changes together",
    effort: "Effort",
    opens: "Opens",
    adds: "Lets in",
    more: "more",
    together: "only together",
    nothing: "No change that the engine knows would open anything more.",
  },
} as const;

/** What would open most places to a participant, as text for a terminal. */
export function participantUnlockReport(
  unlocks: ParticipantUnlocks,
  questions: readonly TalliedQuestion[],
  language: TextLanguage,
): string {
  const { open, places, ask, settles, opens } = words[language];
  const heading = `\n${colours.bold(unlocks.participant)} · ${unlocks.open} ${open} ${unlocks.total} ${places}`;
  const asked = questions.map(
    (question) => ` ${question.text[language]} ${colours.dim(`(${settles} ${question.settles})`)}`,
  );
  return lines([
    heading,
    ...(asked.length === 0 ? [] : [colours.bold(ask), ...asked]),
    unlockTables(unlocks, opens, language),
  ]);
}

/** What would let most people in to a vacancy, as text for a terminal. */
export function vacancyUnlockReport(unlocks: VacancyUnlocks, title: string, language: TextLanguage): string {
  const { allowed, people, adds } = words[language];
  const name = `${colours.bold(title)} ${colours.dim(`(${unlocks.vacancy})`)}`;
  const heading = `\n${name} · ${unlocks.allowed} ${allowed} ${unlocks.total} ${people}`;
  return lines([heading, unlockTables(unlocks, adds, language)]);
}

function unlockTables({ singles, pairs }: Unlocks, effect: string, language: TextLanguage): string {
  const { one, two, nothing } = words[language];
  if (singles.length + pairs.length === 0) return colours.yellow(nothing);
  return lines([
    ...(singles.length === 0 ? [] : [unlockTable(singles, one, effect, language)]),
    ...(pairs.length === 0 ? [] : [unlockTable(pairs, two, effect, language)]),
  ]).trimEnd();
}

function unlockTable(
  unlocks: readonly Unlock[],
  heading: string,
  effect: string,
  language: TextLanguage,
): string {
  const table = new Table({
    ...openTable,
    head: [heading, words[language].effort, effect],
    colWidths: [92, 8, 34],
    style: { head: ["bold"], border: [] },
  });
  for (const { changes, effort, matches, onlyTogether } of unlocks)
    table.push([
      changesText(changes, language),
      effort,
      effectText(matches, onlyTogether, changes, language),
    ]);
  return table.toString();
}

function changesText(changes: readonly NamedChange[], language: TextLanguage): string {
  return changes.map(({ text }) => text[language]).join(" + ");
}

function effectText(
  matches: number,
  onlyTogether: number,
  changes: readonly NamedChange[],
  language: TextLanguage,
): string {
  const { more, together } = words[language];
  const total = `${matches} ${more}`;
  return changes.length === 1 ? total : `${total}, ${onlyTogether} ${together}`;
}

function lines(parts: readonly string[]): string {
  return `${parts.join("\n")}\n`;
}
