import { type Localised, type TextLanguage, textLanguages } from "@jobbmatch/shared";

const locales: Readonly<Record<TextLanguage, string>> = { sv: "sv-SE", en: "en-GB" };

/** One text for each language. */
export function localise(textIn: (language: TextLanguage) => string): Localised {
  const [sv, en] = textLanguages;
  return { sv: textIn(sv), en: textIn(en) };
}

function perLanguage<Value>(create: (locale: string) => Value): Readonly<Record<TextLanguage, Value>> {
  return { sv: create(locales.sv), en: create(locales.en) };
}

const numberFormats = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const anyFormats = perLanguage((locale) => new Intl.ListFormat(locale, { type: "disjunction" }));
const allFormats = perLanguage((locale) => new Intl.ListFormat(locale, { type: "conjunction" }));

/** Whole numbers below this are written alike in both languages, without a formatter. */
const firstGrouped = 1000;

/** A number with at most one decimal: 37.5 is "37,5" in Swedish. */
export function numberText(value: number): Localised {
  if (Number.isInteger(value) && value >= 0 && value < firstGrouped) return localise(() => `${value}`);
  return localise((language) => numberFormats[language].format(value));
}

/** "x, y eller z" / "x, y or z". */
export function joinAny(texts: readonly Localised[]): Localised {
  const [first] = texts;
  if (texts.length === 1 && first !== undefined) return first;
  return localise((language) => anyFormats[language].format(texts.map((text) => text[language])));
}

/** "x, y och z" / "x, y and z". */
export function joinAll(texts: readonly Localised[]): Localised {
  const [first] = texts;
  if (texts.length === 1 && first !== undefined) return first;
  return localise((language) => allFormats[language].format(texts.map((text) => text[language])));
}

/** "x; y" in both languages. */
export function joinParts(texts: readonly Localised[]): Localised {
  return localise((language) => texts.map((text) => text[language]).join("; "));
}

/** The same text with a capital first letter. */
export function capitalise(text: Localised): Localised {
  return localise((language) => text[language].charAt(0).toUpperCase() + text[language].slice(1));
}
