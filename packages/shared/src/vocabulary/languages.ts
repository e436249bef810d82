import type { TextLanguage } from "../localised.ts";

const displayNames: Readonly<Record<TextLanguage, Intl.DisplayNames>> = {
  sv: new Intl.DisplayNames(["sv"], { type: "language", fallback: "none" }),
  en: new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }),
};

/** Whether a text is an ISO 639 code (two or three small letters) of a language that has a name. */
export function isLanguageCode(code: string): boolean {
  return /^[a-z]{2,3}$/.test(code) && displayNames.sv.of(code) !== undefined;
}

/** A language's name for readers, such as "somaliska" or "Somali" for `so`; the code itself if it has none. */
export function languageName(code: string, language: TextLanguage): string {
  return displayNames[language].of(code) ?? code;
}
