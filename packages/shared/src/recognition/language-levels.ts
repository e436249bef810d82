import type { LanguageLevel } from "../vocabulary/cefr.ts";
import { words } from "./words.ts";

const knowledge =
  "(?:språk)?kunskap\\p{L}*|(?:språk)?färdighet\\p{L}*|förmåga|svensk[a]?|engelsk[a]?|förståelse|skills|knowledge|command|swedish|english|communication";

function graded(grade: string): string {
  return `(?:${grade}) (?:[\\p{L}/]+ ){0,3}?(?:${knowledge})|(?<=(?:är|vara) )(?:${grade})(?=[\\s,.]|$)`;
}

/**
 * What a phrase means as a level. There is no official table; this one takes the lower of the levels that readers
 * give a phrase, because a level that is asked too high shuts people out without a word.
 *
 * | phrase | level |
 * |---|---|
 * | modersmål, native speaker | native |
 * | modersmålsnivå, native level | C2 |
 * | flytande, obehindrat, mycket goda, utmärkta, fluent, excellent | C1 |
 * | behärskar, väl i tal och skrift, starka, strong | B2 |
 * | goda, bra, good; talar och skriver, svensktalande | B1 |
 * | grundläggande, vissa, enklare, basic; förstå | A2 |
 */
export const gradePhrases: readonly (readonly [RegExp, LanguageLevel])[] = [
  [words("som modersmål|har \\p{L}+ som modersmål|native speakers?"), "native"],
  [words("modersmålsnivå|native level|native proficiency"), "C2"],
  [
    words(
      `flytande|obehindrat|fluent(?:ly)?|fluency|full professional|${graded("(?:mycket|väldigt) (?:god[at]?|bra|starka?)|utmärkta?|perfekta?|excellent|very good")}`,
    ),
    "C1",
  ],
  [words(`(?:mycket )?väl(?= i (?:både )?(?:tal|skrift))|${graded("starka?|strong|proficient")}`), "B2"],
  [words(graded("god[at]?|bra|good|tillräckliga|tillfredsställande")), "B1"],
  [words(graded("grundläggande|enkl(?:are|a)|viss(?:a)?|hyfsade?|basic|some")), "A2"],
];

/** Verbs that tell a level only where no grade does. */
export const verbPhrases: readonly (readonly [RegExp, LanguageLevel])[] = [
  [words("behärska(?:r|nde)?"), "B2"],
  [
    words(
      "tala(?:r|s)?|prata(?:r|s)?|skriva|skriver|kommunicera(?:r)?|uttrycka|i (?:både )?tal och(?: i)? skrift|speak(?:s|ing)?|write|writing|communicat\\p{L}*|spoken|written",
    ),
    "B1",
  ],
  [words("förstå(?:r)?|göra dig förstådd|understand"), "A2"],
];

/** Words that make a sentence one about knowing a language at all. */
export const abilityWords = words(
  "(?:språk)?kunskap\\p{L}*|(?:språk)?färdighet\\p{L}*|kommunikationsfärdighet\\p{L}*|språkkrav|skrift|skills|knowledge|proficien\\p{L}*|fluen\\p{L}*|nivå|level",
);
