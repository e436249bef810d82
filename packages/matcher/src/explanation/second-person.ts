import type { Localised } from "@jobbmatch/shared";

const english: readonly (readonly [RegExp, string])[] = [
  [/\bdoes the person\b/giu, "do you"],
  [/\bis the person\b/giu, "are you"],
  [/\bhas the person\b/giu, "have you"],
  [/\bthe person\b/giu, "you"],
];

/**
 * Turns a question about a person into one to that person. Questions of rules speak of *personen* and *the person* as
 * the one who has or does something; a question without those words stays as it is.
 *
 * @example
 * toSecondPerson({ sv: "Har personen B-körkort?", en: "Does the person have a B licence?" });
 * // { sv: "Har du B-körkort?", en: "Do you have a B licence?" }
 */
export function toSecondPerson({ sv, en }: Localised): Localised {
  const addressed = english.reduce((text, [pattern, words]) => text.replace(pattern, words), en);
  return {
    sv: sv.replace(/\bpersonen\b/gu, "du"),
    en: addressed.charAt(0).toUpperCase() + addressed.slice(1),
  };
}
