import type { TextLanguage } from "../localised.ts";

const displayNames: Readonly<Record<TextLanguage, Intl.DisplayNames>> = {
  sv: new Intl.DisplayNames(["sv"], { type: "language", fallback: "none" }),
  en: new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }),
};

const codePattern = /^[a-z]{2,3}$/;

/** Names by code, asked of the platform once (some microseconds each); there are no more than there are codes. */
const known: Readonly<Record<TextLanguage, Map<string, string | undefined>>> = {
  sv: new Map(),
  en: new Map(),
};

function nameOf(code: string, language: TextLanguage): string | undefined {
  if (known[language].has(code)) return known[language].get(code);
  const name = displayNames[language].of(code);
  if (codePattern.test(code)) known[language].set(code, name);
  return name;
}

/** Whether a text is an ISO 639 code (two or three small letters) of a language that has a name. */
export function isLanguageCode(code: string): boolean {
  return codePattern.test(code) && nameOf(code, "sv") !== undefined;
}

/** A language's name for readers, such as "somaliska" or "Somali" for `so`; the code itself if it has none. */
export function languageName(code: string, language: TextLanguage): string {
  return nameOf(code, language) ?? code;
}
