import { isLanguageCode, languageName } from "./languages.ts";

const letters = [..."abcdefghijklmnopqrstuvwxyz"];

/** Names used in Swedish ads and in the JobTech taxonomy that differ from the standard Swedish name. */
const otherNames: Readonly<Record<string, string>> = {
  dari: "prs",
  "kurdiska - sorani": "ckb",
  sorani: "ckb",
  "kurdiska - nord": "ku",
  kurmanji: "ku",
  farsi: "fa",
  "persiska/farsi": "fa",
  tigrinska: "ti",
  amarinja: "am",
  "amhariska/amarinja": "am",
  "tagalog/filipino": "fil",
  rumänska: "ro",
  kantonesiska: "yue",
  mandarin: "zh",
};

/** Two-letter codes that are current: `iw`, for one, is an old code of Hebrew. */
const currentCodes = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => isLanguageCode(code) && Intl.getCanonicalLocales(code)[0] === code);

const codesByName: ReadonlyMap<string, string> = new Map([
  ...currentCodes.map((code): [string, string] => [languageName(code, "en").toLowerCase(), code]),
  ...currentCodes.map((code): [string, string] => [languageName(code, "sv").toLowerCase(), code]),
  ...Object.entries(otherNames),
]);

/**
 * The code of a language by its Swedish or English name; capital letters make no difference.
 *
 * @example
 * languageByName("Somaliska"); // "so"
 */
export function languageByName(name: string): string | undefined {
  return codesByName.get(name.trim().toLowerCase());
}
