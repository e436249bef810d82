import { distanceBetween } from "../../rules/great-circle.ts";
import { clamp } from "../clamp.ts";
import type { Feature, Pair } from "../feature.ts";

/** Distance at which the value has fallen to 1/e when the person has named no limit, in km. */
const usualReach = 25;

/** How near the place lies: along the person's own limit if there is one, fading otherwise. */
export const distanceFeature: Feature = {
  id: "distance",
  name: { sv: "Avstånd", en: "Distance" },
  defaultWeight: 0.1,
  // The middle: most people live in the municipality where they are registered.
  unknownValue: 0.5,
  valueOf: ({ participant, vacancy }) => {
    if (vacancy.location === undefined) return "notAsked";
    const km = distanceBetween(participant.home, vacancy.location);
    if (km === undefined) return "unknown";
    const limit = participant.commute?.maxKm;
    return limit === undefined || limit === 0 ? Math.exp(-km / usualReach) : clamp(1 - km / (2 * limit));
  },
  describe: (pair) => describe(pair),
};

function describe({ participant, vacancy }: Pair): { sv: string; en: string } {
  const km = distanceBetween(participant.home, vacancy.location);
  if (km === undefined) return { sv: "avståndet är okänt", en: "the distance is unknown" };
  return { sv: `${Math.round(km)} km`, en: `${Math.round(km)} km` };
}
