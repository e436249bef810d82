import { packShortlist } from "../../src/storage/packed-shortlist.ts";
import type { NewShortlist, ShortlistEntry, StoredShortlist } from "../../src/storage/shortlist.ts";

/** What is stored so that it is read as the given list. All its entries are judged by the same things. */
export function newShortlist({ entries, nearMisses, ...head }: StoredShortlist): NewShortlist {
  const [first] = [...entries, ...nearMisses];
  const content = packShortlist({
    features: first?.contributions.map(({ feature, weight }) => ({ feature, weight })) ?? [],
    rules: first?.rules.map(({ rule }) => rule) ?? [],
    candidates: entries.map(ranked),
    nearMisses: nearMisses.map(ranked),
  });
  return { ...head, content };
}

function ranked({ participant, score, contributions, rules }: ShortlistEntry) {
  return {
    participant,
    score,
    values: contributions.map(({ value }) => value),
    known: contributions.map(({ known }) => known),
    outcomes: rules.map(({ outcome }) => outcome),
  };
}
