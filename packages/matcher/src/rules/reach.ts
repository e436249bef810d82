import type { Coordinates } from "@jobbmatch/shared";
import { squaredDistance, widened } from "../columns/squared-distance.ts";
import { marginOf, squaredChord, type UnitVector, unitVector } from "./great-circle.ts";
import type { Outcome } from "./rule.ts";

/** How far beyond the limit a distance from a municipality's main town may be before it fails: 10 km. */
export const estimateError = marginOf(10);

/** Where somebody lives and how far they accept to travel, as far as it is known. */
export interface Home {
  readonly position: { readonly coordinates: Coordinates; readonly estimated: boolean } | undefined;
  readonly maxKm: number | undefined;
}

/** Where the work is. */
export interface Workplace {
  readonly vector: UnitVector;
  /** Whether only the municipality is known. */
  readonly estimated: boolean;
}

/** A home and its limits as they are compared: in float32, which tells places to within a metre. */
export interface Reach {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Squared chord of what is accepted. */
  readonly limit: number;
  readonly estimated: boolean;
}

/** `undefined` where the home or the limit is unknown. */
export function reachOf({ position, maxKm }: Home): Reach | undefined {
  if (position === undefined || maxKm === undefined) return undefined;
  const [x, y, z] = unitVector(position.coordinates);
  return {
    x: Math.fround(x),
    y: Math.fround(y),
    z: Math.fround(z),
    limit: Math.fround(squaredChord(maxKm)),
    estimated: position.estimated,
  };
}

/** How the way to a workplace comes out. */
export function outcomeOf(place: Workplace, reach: Reach | undefined): Outcome {
  if (reach === undefined) return "unknown";
  const distance = squaredDistance(reach.x, reach.y, reach.z, place.vector);
  if (distance <= reach.limit) return "pass";
  const isEstimated = reach.estimated || place.estimated;
  return isEstimated && distance <= widened(reach.limit, estimateError) ? "unknown" : "fail";
}
