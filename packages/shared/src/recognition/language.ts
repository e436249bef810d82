import type { LanguageRequirement } from "../schemas/vacancy.ts";
import { type LanguageLevel, levelRank } from "../vocabulary/cefr.ts";
import { languageByName } from "../vocabulary/language-names.ts";
import { type SfiCourse, sfiLevel } from "../vocabulary/sfi.ts";
import { groupsOf } from "./alternatives.ts";
import { demand, isDemanded } from "./demand.ts";
import { hasOtherAlternative, runsOf } from "./item-runs.ts";
import { abilityWords, gradePhrases, verbPhrases } from "./language-levels.ts";
import { recognisedGroup } from "./recognised.ts";
import type { Sentence } from "./sentences.ts";
import { candidates, type Found, findAll, occurs, words } from "./words.ts";

const names =
  "svenska|engelska|finska|norska|danska|tyska|franska|spanska|arabiska|persiska|dari|somaliska|tigrinja|polska|ryska|ukrainska|turkiska|swedish|english|finnish|german|arabic";
/** What may follow a language's name where it is a noun: `svenska kunder` is about customers. */
const afterName =
  "\\s*(?:$|[.,;:!?()/&+-]|(?:språket|och|samt|eller|alternativt|i|både|såväl|muntligt|flytande|obehindrat|väl|bra|på|till|är|krävs|räcker|behövs|för|som modersmål|and|or|in|is|language|skills|at|fluently|well|both|[ABC][12])(?![\\p{L}\\d]))";
const stem = new RegExp(`${names}|sfi|talande`, "i");
const languageName = words(`(?<name>${names})(?=${afterName})|(?<stem>svensk|engelsk)talande`);
const subjectBefore =
  /(?:lärar\p{L}*|undervis\p{L}*|ämne\p{L}*|lektor|behörig\p{L}*|kurs\p{L}*|betyg|högskolepoäng|legitim\p{L}*|översätt\p{L}*|cv|teacher)[^.;:]{0,60}$/iu;
const subjectAfter = /^ som andraspråk/iu;
const cefrLevel = words("(?<level>[ABC][12])(?![-\\s]?(?:kör)?kort)(?:-nivå|[+])?", { exact: true });
const sfi = words(
  "(?:SFI|Sfi|sfi)[ -]*(?:kurs |nivå |course )?(?<first>[A-D])(?:[ ]?(?:/|-|–|eller)[ ]?(?<second>[A-D]))?",
  { exact: true },
);
const attends = words("läser|studerar|går|attend(?:s|ing)?");

/** The languages that sentences demand, with the level as the table in `language-levels.ts` reads it. */
export function recogniseLanguages(sentences: readonly Sentence[]): LanguageRequirement[] {
  return strongest(
    candidates(sentences, stem).flatMap((sentence) => [...languagesIn(sentence), ...sfiIn(sentence)]),
  );
}

function languagesIn(sentence: Sentence): LanguageRequirement[] {
  const { text } = sentence;
  const places = findAll(languageName, text)
    .filter((found) => isDemanded(sentence, found) && !isSubject(text, found))
    .flatMap((found) => placeOf(text, found));
  return runsOf(text, places)
    .filter((run) => !hasOtherAlternative(text, run))
    .flatMap(({ items, combination }) => groupsOf(items, combination))
    .map((group) => recognisedGroup(group, text));
}

function isSubject(text: string, { start, end }: Found): boolean {
  const before = text.slice(0, start);
  const aboutSubject = subjectBefore.exec(before)?.[0];
  return (
    (aboutSubject !== undefined && !occurs(abilityWords, aboutSubject)) || subjectAfter.test(text.slice(end))
  );
}

function placeOf(text: string, found: Found) {
  const name = found.groups.name ?? `${found.groups.stem}a`;
  const language = languageByName(name);
  if (language === undefined) return [];
  const level = found.groups.stem === undefined ? levelAt(text, found) : "B1";
  if (level !== undefined) return [{ ...found, items: [{ language, level }] }];
  return occurs(abilityWords, text) || occurs(demand, text) ? [{ ...found, items: [{ language }] }] : [];
}

/** A level in letters, else the nearest grade (the one before wins), else a verb. */
function levelAt(text: string, found: Found): LanguageLevel | undefined {
  const letters = nearest(text, found, [[cefrLevel, "A1"]], 40);
  if (letters !== undefined) return letters.text.slice(0, 2) as LanguageLevel;
  return (nearest(text, found, gradePhrases, 100) ?? nearest(text, found, verbPhrases, 100))?.level;
}

interface Phrase {
  readonly level: LanguageLevel;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function nearest(
  text: string,
  { start, end }: Found,
  table: readonly (readonly [RegExp, LanguageLevel])[],
  reach: number,
): Phrase | undefined {
  const phrases = table.flatMap(([pattern, level]) =>
    findAll(pattern, text).map((found) => ({ ...found, level })),
  );
  const adjacent = phrases.find((phrase) => phrase.start >= end && phrase.start - end <= 2);
  // A phrase may reach into the name, as `goda svenska` does; among those that begin together the longest wins.
  const before = phrases.filter((phrase) => phrase.start < start && start - phrase.end <= reach);
  const last = before.sort((a, b) => b.end - a.end || a.start - b.start)[0];
  const after = phrases.filter((phrase) => phrase.start >= end && phrase.start - end <= reach);
  return adjacent ?? last ?? after.sort((a, b) => a.start - b.start)[0];
}

function sfiIn(sentence: Sentence): LanguageRequirement[] {
  return findAll(sfi, sentence.text)
    .filter((found) => isDemanded(sentence, found))
    .map(({ groups }) => {
      const courses = [groups.first, groups.second].filter((course) => course !== undefined).sort();
      const status = occurs(attends, sentence.text) ? "attending" : "passed";
      return recognisedGroup(
        [{ language: "sv", level: sfiLevel(courses[0] as SfiCourse, status) }],
        sentence.text,
      );
    })
    .filter(({ anyOf }) => anyOf.every(({ level }) => level !== "none"));
}

/** Of groups for the same languages the one with the highest level stays. */
function strongest(groups: readonly LanguageRequirement[]): LanguageRequirement[] {
  const byLanguages = new Map<string, LanguageRequirement>();
  for (const group of groups) {
    const key = group.anyOf.map(({ language }) => language).join(" ");
    const known = byLanguages.get(key);
    if (known === undefined || rankOf(group) > rankOf(known)) byLanguages.set(key, group);
  }
  return [...byLanguages.values()];
}

function rankOf({ anyOf }: LanguageRequirement): number {
  return Math.min(...anyOf.map(({ level }) => (level === undefined ? -1 : levelRank(level))));
}
