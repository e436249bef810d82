import type { Localised } from "@jobbmatch/shared";
import { factOfJsonKey, jsonKeyOf } from "../../columns/json-key.ts";
import { arcKm, type UnitVector, unitVector } from "../../rules/great-circle.ts";
import { positionOf } from "../../rules/position.ts";
import { defineFactFeature } from "../fact-feature.ts";
import { DistanceColumn, distanceValue, unknownDistance } from "./distance-column.ts";

interface Fact {
  readonly home: UnitVector | undefined;
  readonly maxKm: number | undefined;
}

/** Where the work is; `"unknown"` when the vacancy has a location that cannot be placed. */
type Need = UnitVector | "unknown";

/** How near the place lies: along the person's own limit if there is one, fading otherwise. */
export const distanceFeature = defineFactFeature<Fact, Need>({
  id: "distance",
  name: { sv: "Avstånd", en: "Distance" },
  defaultWeight: 0.1,
  // The middle: most people live in the municipality where they are registered.
  unknownValue: unknownDistance,
  factOf: ({ home, commute }) => {
    const position = positionOf(home);
    return { home: position && unitVector(position.coordinates), maxKm: commute?.maxKm };
  },
  keyOf: jsonKeyOf,
  factOfKey: factOfJsonKey<Fact>,
  needOf: ({ location }) => {
    if (location === undefined) return undefined;
    const position = positionOf(location);
    return position === undefined ? "unknown" : unitVector(position.coordinates);
  },
  needKeyOf: (need) => `${need}`,
  value: (need, fact) => {
    const km = kilometres(need, fact);
    return km === undefined ? "unknown" : distanceValue(km, fact.maxKm);
  },
  createColumn: () => new DistanceColumn(),
  describe: (need, fact) => describe(kilometres(need, fact)),
  notAsked: { sv: "platsen anger inget läge", en: "the vacancy names no location" },
});

function kilometres(need: Need, { home }: Fact): number | undefined {
  return need === "unknown" || home === undefined ? undefined : arcKm(home, need);
}

function describe(km: number | undefined): Localised {
  if (km === undefined) return { sv: "avståndet är okänt", en: "the distance is unknown" };
  return { sv: `${Math.round(km)} km`, en: `${Math.round(km)} km` };
}
