import type { Localised } from "@jobbmatch/shared";
import type { FeatureId } from "../ranking/feature.ts";
import type { Outcome } from "../rules/rule.ts";

/** What a case worker and an employer read of a rule's outcome. */
export const outcomePhrases: Readonly<Record<Outcome, Localised>> = {
  pass: { sv: "uppfyllt", en: "met" },
  fail: { sv: "inte uppfyllt", en: "not met" },
  unknown: { sv: "behöver kontrolleras", en: "needs to be checked" },
};

/** Words that a case worker's explanation is put together from. */
export const caseWorkerPhrases = {
  match: { sv: "Matchning", en: "Match" },
  ladder: { sv: "Steg mot arbete", en: "Step towards work" },
  asked: { sv: "platsen kräver", en: "the vacancy asks for" },
  readInAd: { sv: "läst i annonsen", en: "read in the ad" },
  question: { sv: "Fråga", en: "Ask" },
  remedy: { sv: "Det här skulle ändra saken", en: "What would change it" },
} as const satisfies Readonly<Record<string, Localised>>;

/** How the explanation for a participant begins, by what the rules said. */
export const participantVerdicts: Readonly<Record<Outcome, Localised>> = {
  pass: { sv: "Den här platsen passar dig.", en: "This place fits you." },
  unknown: {
    sv: "Den här platsen kan passa dig. Vi behöver veta mer.",
    en: "This place may fit you. We need to know more.",
  },
  fail: {
    sv: "Något saknas för den här platsen. Se vad du kan göra.",
    en: "Something is missing for this place. See what you can do.",
  },
};

/** What speaks for a place, said to the person in short sentences and common words. */
export const participantReasons: Readonly<Record<FeatureId, Localised>> = {
  similarity: { sv: "Jobbet liknar det du har berättat om dig.", en: "The job is like what you told us." },
  experience: { sv: "Du har gjort liknande jobb förut.", en: "You have done work like this before." },
  wish: { sv: "Du vill jobba med sådant här.", en: "You want to do this kind of work." },
  skills: { sv: "Du kan mycket av det som behövs.", en: "You know much of what is needed." },
  language: { sv: "Ditt språk räcker för jobbet.", en: "Your language is good enough for the job." },
  schedule: { sv: "Du är ledig på de tider som gäller.", en: "You are free at the hours of the job." },
  distance: { sv: "Det är nära hem.", en: "It is near your home." },
};

export const participantPhrases = {
  question: { sv: "Vi vill fråga dig", en: "We want to ask you" },
  remedy: { sv: "Det här kan du göra", en: "What you can do" },
  reason: { sv: "Varför", en: "Why" },
  stepDown: {
    sv: "Det här är ett steg tillbaka från det du gör nu. Säg till om det inte känns bra.",
    en: "This is a step back from what you do now. Tell us if it does not feel right.",
  },
  missing: { sv: "Det här saknas", en: "What is missing" },
  proposal: {
    sv: "Det här är ett förslag. Du och vi bestämmer tillsammans.",
    en: "This is a proposal. You and we decide together.",
  },
} as const satisfies Readonly<Record<string, Localised>>;
