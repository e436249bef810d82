import { ramp } from "../clamp.ts";
import type { ComparedFacet, Feature, Pair } from "../feature.ts";
import { nearestOf } from "./similarity.ts";

/** Cosine at which a wish begins to count as meant for this vacancy, and at which it fully does. */
const unrelated = 0.25;
const same = 0.75;

/** Whether the person wants this: trust in a proposal begins with having been listened to. */
export const wishFeature: Feature = {
  id: "wish",
  name: { sv: "Eget önskemål", en: "Own wish" },
  defaultWeight: 0.15,
  // Who has not been asked may well want it.
  unknownValue: 0.3,
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
};

function nearestWish({ facets }: Pair): ComparedFacet | undefined {
  return nearestOf(facets.filter(({ kind }) => kind === "wish"));
}

function wishesOccupation({ participant, vacancy }: Pair): boolean {
  const ssyk = vacancy.occupation?.ssyk;
  return ssyk !== undefined && (participant.wishes ?? []).some((wish) => wish.ssyk === ssyk);
}
