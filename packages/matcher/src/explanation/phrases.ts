import type { Localised } from "@jobbmatch/shared";
import type { Outcome } from "../rules/rule.ts";

const outcome: Readonly<Record<Outcome, Localised>> = {
  pass: { sv: "uppfyllt", en: "met" },
  fail: { sv: "inte uppfyllt", en: "not met" },
  unknown: { sv: "behöver kontrolleras", en: "needs to be checked" },
};

/** Words that explanations are put together from. */
export const phrases = {
  match: { sv: "Matchning", en: "Match" },
  asked: { sv: "platsen kräver", en: "the vacancy asks for" },
  readInAd: { sv: "läst i annonsen", en: "read in the ad" },
  question: { sv: "Fråga", en: "Ask" },
  remedy: { sv: "Det här skulle ändra saken", en: "What would change it" },
  outcome,
} as const;
