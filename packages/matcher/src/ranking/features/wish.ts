import { factOfJsonKey, jsonKeyOf } from "../../columns/json-key.ts";
import { FactValueColumn, type ValueDefinition } from "../../columns/value-column.ts";
import { offeredCodes, wishCode } from "../../text/occupation-code.ts";
import { ramp } from "../clamp.ts";
import type { ComparedFacet, Feature, Pair } from "../feature.ts";
import { occupationRelevance } from "../occupation-relevance.ts";
import { nearestOf } from "./similarity.ts";

/** Cosine at which a wish begins to count as meant for this vacancy, and at which it fully does. */
const unrelated = 0.25;
const same = 0.75;
const unknownWish = 0.3;

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
    return Math.max(ramp(wish.similarity, unrelated, same), relevanceOfWishes(pair));
  },
  describe: (pair) => {
    const wish = nearestWish(pair);
    return wish === undefined
      ? { sv: "önskemål saknas i profilen", en: "the profile tells no wish" }
      : { sv: wish.text, en: wish.text };
  },
  columnIsExact: false,
  createColumn: () => new FactValueColumn(wishedOccupation),
  upperBound: ({ wish }, wished) => Math.max(ramp(wish, unrelated, same), wished),
};

/** How related the nearest wish is by its code, or what counts for who has told no wish. */
const wishedOccupation: ValueDefinition<readonly string[], readonly string[]> = {
  factOf: ({ wishes = [] }) => wishes.map((wish) => wishCode(wish) ?? "").sort(),
  keyOf: jsonKeyOf,
  factOfKey: factOfJsonKey<readonly string[]>,
  needOf: offeredCodes,
  needKeyOf: (offered) => offered.join(),
  value: (offered, codes) => Math.max(unknownWish, greatestRelevance(codes, offered)),
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
