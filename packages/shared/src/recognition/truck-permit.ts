import type { CredentialRequirement } from "../schemas/vacancy.ts";
import type { CredentialKind } from "../vocabulary/credentials.ts";
import { combinationOf, groupsOf } from "./alternatives.ts";
import { isDemanded } from "./demand.ts";
import { hasOtherAlternative } from "./item-runs.ts";
import { recognisedGroup } from "./recognised.ts";
import type { Sentence } from "./sentences.ts";
import { candidates, type Found, findAll, words } from "./words.ts";

const permit =
  "truck(?:förar)?(?:kort|körkort|bevis|intyg|certifikat|licens|behörighet|utbildning)(?:et|en)?|fork ?lift (?:licen[cs]e|certificate|permit)|truck licen[cs]e";
const permitClass = "[ABCD]\\d?";
const list = `${permitClass}(?:\\s*-?\\s*(?:,|/|\\+|&|-|–|och/eller|och|eller|samt|and|or)\\s*${permitClass}(?![\\p{L}\\d])){0,5}`;
const pattern = words(
  `(?:(?<before>${list})[- ])?(?:${permit})(?:(?:[\\s:,(–-]+(?:med|för|av|minst|lägst|behörighet(?:en|erna)?|klass(?:erna)?|kategori|typ|class))*[\\s:(–-]+(?<after>${list}))?`,
);

/**
 * Truck permits that sentences demand: `A+B` and `A och B` ask for both, `A/B` for either. A permit without a class is
 * A or B, the two that warehouses use.
 */
export function recogniseTruckPermits(sentences: readonly Sentence[]): CredentialRequirement[] {
  return candidates(sentences, /truck|lift/i).flatMap((sentence) =>
    findAll(pattern, sentence.text)
      .filter((found) => isDemanded(sentence, found) && !hasOtherAlternative(sentence.text, found))
      .flatMap(groupsIn)
      .map((group) => recognisedGroup(group, sentence.text)),
  );
}

function groupsIn({ groups }: Found): CredentialKind[][] {
  const written = groups.before ?? groups.after;
  if (written === undefined) return [["truck-a", "truck-b"]];
  // Classes are capital letters: the `a` of a following word is none.
  const letters = written.match(/[ABCD](?=\d?(?![\p{L}]))/gu) ?? [];
  const kinds = letters.map((letter) => `truck-${letter.toLowerCase()}` as CredentialKind);
  return kinds.length === 0 ? [["truck-a", "truck-b"]] : groupsOf(kinds, combinationOf(written));
}
