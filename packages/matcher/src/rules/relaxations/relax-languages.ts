import { type LanguageLevel, languageLevels, languageName, levelRank, type Vacancy } from "@jobbmatch/shared";
import type { VacancyChange } from "../change.ts";
import { localise } from "../localised-text.ts";

/** To accept each lower level of a language that is asked for, down to A1, or to let go of the demand. */
export function languageRelaxations({ languages = [] }: Vacancy): readonly VacancyChange[] {
  const highest = new Map<string, LanguageLevel | undefined>();
  for (const { language, level } of languages.flatMap(({ anyOf }) => anyOf)) {
    const known = highest.get(language);
    if (known === undefined || (level !== undefined && levelRank(level) > levelRank(known)))
      highest.set(language, level);
  }
  return [...highest].flatMap(([language, level]) => [
    ...lowerLevels(level).map((lower) => acceptLevel(language, lower, level)),
    dropLanguage(language),
  ]);
}

/** From just below a level down to A1. */
function lowerLevels(level: LanguageLevel | undefined): LanguageLevel[] {
  const rank = level === undefined ? 0 : levelRank(level);
  return languageLevels.slice(levelRank("A1"), Math.max(levelRank("A1"), rank)).reverse();
}

function acceptLevel(
  language: string,
  level: LanguageLevel,
  asked: LanguageLevel | undefined,
): VacancyChange {
  const aspect = `language:${language}`;
  const instead = asked ?? level;
  return {
    id: `${aspect}:${level}`,
    aspect,
    effort: "lowerLevel",
    times: levelRank(instead) - levelRank(level),
    describe: () => ({
      sv: `Godta ${languageName(language, "sv")} ${level} i stället för ${levelName(instead).sv}`,
      en: `Accept ${languageName(language, "en")} ${level} instead of ${levelName(instead).en}`,
    }),
    apply: (vacancy) => withHighestLevel(vacancy, language, level),
  };
}

function levelName(level: LanguageLevel) {
  return level === "native" ? { sv: "modersmål", en: "native level" } : { sv: level, en: level };
}

function dropLanguage(language: string): VacancyChange {
  const aspect = `language:${language}`;
  return {
    id: `${aspect}:none`,
    aspect,
    effort: "droppedDemand",
    times: 1,
    describe: () =>
      localise((text) =>
        text === "sv"
          ? `Släpp kravet på ${languageName(language, text)}`
          : `Let go of the demand for ${languageName(language, text)}`,
      ),
    apply: (vacancy) => withHighestLevel(vacancy, language, "none"),
  };
}

/** The vacancy with no higher level of the language than the given one. */
function withHighestLevel(vacancy: Vacancy, language: string, most: LanguageLevel): Vacancy {
  const languages = vacancy.languages?.map((group) => ({
    ...group,
    anyOf: group.anyOf.map((asked) =>
      asked.language === language && isAbove(asked.level, most) ? { ...asked, level: most } : asked,
    ),
  }));
  return languages === undefined ? vacancy : { ...vacancy, languages };
}

/** A demand without a level asks for A1 at the least. */
function isAbove(level: LanguageLevel | undefined, most: LanguageLevel): boolean {
  return levelRank(level ?? "A1") > levelRank(most);
}
