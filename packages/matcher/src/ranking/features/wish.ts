import { FactValueColumn, type ValueDefinition } from "../../columns/value-column.ts";
import { ramp } from "../clamp.ts";
import type { ComparedFacet, Feature, Pair } from "../feature.ts";
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
    return wishesOccupation(pair) ? 1 : ramp(wish.similarity, unrelated, same);
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

/** 1 for who wishes the vacancy's occupation by its code; else what counts for who has told no wish. */
const wishedOccupation: ValueDefinition<readonly string[], string> = {
  factOf: ({ wishes = [] }) =>
    wishes
      .map(({ ssyk }) => ssyk)
      .filter((ssyk) => ssyk !== undefined)
      .sort(),
  keyOf: (codes) => codes.join(),
  needOf: ({ occupation }) => occupation?.ssyk ?? "",
  needKeyOf: (ssyk) => ssyk,
  value: (ssyk, codes) => (codes.includes(ssyk) ? 1 : unknownWish),
};

function nearestWish({ facets }: Pair): ComparedFacet | undefined {
  return nearestOf(facets.filter(({ kind }) => kind === "wish"));
}

function wishesOccupation({ participant, vacancy }: Pair): boolean {
  const ssyk = vacancy.occupation?.ssyk;
  return ssyk !== undefined && (participant.wishes ?? []).some((wish) => wish.ssyk === ssyk);
}
