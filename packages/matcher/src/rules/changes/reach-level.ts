import {
  type LanguageLevel,
  type Localised,
  languageName,
  levelRank,
  type Participant,
  provenLevel,
  type SpokenLanguage,
  sfiCourses,
  sfiLevel,
} from "@jobbmatch/shared";
import type { ProfileChange } from "../change.ts";

/**
 * To reach a level of a language; in Swedish, to pass the SFI course that proves it.
 *
 * @param from the level that is proven now, which decides how many levels are to go.
 */
export function reachLevel(language: string, level: LanguageLevel, from: LanguageLevel): ProfileChange {
  return {
    id: `language:${language}:${level}`,
    aspect: `language:${language}`,
    effort: "languageLevel",
    times: Math.max(1, levelRank(level) - levelRank(from)),
    describe: () => describe(language, level),
    apply: (participant) => withLevel(participant, language, level),
  };
}

function describe(language: string, level: LanguageLevel): Localised {
  const course =
    language === "sv"
      ? sfiCourses.find((each) => levelRank(sfiLevel(each, "passed")) >= levelRank(level))
      : undefined;
  const [sv, en] = [`${languageName(language, "sv")} ${level}`, `${languageName(language, "en")} ${level}`];
  return course === undefined
    ? { sv: `Nå ${sv}`, en: `Reach ${en}` }
    : { sv: `Klara SFI kurs ${course} (${sv})`, en: `Pass SFI course ${course} (${en})` };
}

/** One entry of the language at the level; somebody who is above it already stays so. */
function withLevel(participant: Participant, language: string, level: LanguageLevel): Participant {
  const languages = participant.languages ?? [];
  if (languages.some((spoken) => spoken.language === language && isAtLeast(spoken, level)))
    return participant;
  const others = languages.filter((spoken) => spoken.language !== language);
  return { ...participant, languages: [...others, { language, level }] };
}

function isAtLeast(spoken: SpokenLanguage, level: LanguageLevel): boolean {
  const proven = provenLevel(spoken);
  return proven !== undefined && levelRank(proven) >= levelRank(level);
}
