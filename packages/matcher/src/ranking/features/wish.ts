import { offeredCodes, wishCode } from "../../text/occupation-code.ts";
import type { ComparedFacet, Feature, Pair } from "../feature.ts";
import { occupationRelevance } from "../occupation-relevance.ts";
import { nearestOf } from "./similarity.ts";
import { unknownWish, WishColumn, wishByText } from "./wish-column.ts";

/** Whether the person wants this: trust in a proposal begins with having been listened to. */
export const wishFeature: Feature = {
  id: "wish",
  name: { sv: "Eget önskemål", en: "Own wish" },
  defaultWeight: 0.15,
  // Who has not been asked may well want it.
  unknownValue: unknownWish,
  valueOf: (pair) => {
    const wish = nearestWish(pair);
    if (wish === undefined) return "unknown";
    return Math.max(wishByText(wish.similarity), relevanceOfWishes(pair));
  },
  describe: (pair) => {
    const wish = nearestWish(pair);
    return wish === undefined
      ? { sv: "önskemål saknas i profilen", en: "the profile tells no wish" }
      : { sv: wish.text, en: wish.text };
  },
  createColumn: () => new WishColumn(),
};

function nearestWish({ facets }: Pair): ComparedFacet | undefined {
  return nearestOf(facets.filter(({ kind }) => kind === "wish"));
}

function relevanceOfWishes({ participant, vacancy }: Pair): number {
  return greatestRelevance((participant.wishes ?? []).map(wishCode), offeredCodes(vacancy));
}

function greatestRelevance(wished: readonly (string | undefined)[], offered: readonly string[]): number {
  return Math.max(0, ...offered.flatMap((code) => wished.map((wish) => occupationRelevance(wish, code))));
}
