/** The languages that texts for people come in. Swedish is the first one. */
export const textLanguages = ["sv", "en"] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** The same text in Swedish and in English. */
export type Localised = Readonly<Record<TextLanguage, string>>;
