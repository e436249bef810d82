import type { Coordinates } from "@jobbmatch/shared";
import type { Margin } from "../columns/kernel/column-kernel.ts";

/** Mean radius of the Earth in kilometres (IUGG). */
export const earthRadiusKm = 6371.0088;

/** A place on the globe as a vector of length 1: x, y, z. */
export type UnitVector = readonly [x: number, y: number, z: number];

export function unitVector({ latitude, longitude }: Coordinates): UnitVector {
  const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/**
 * Kilometres along the great circle between two places. From the chord instead of the dot product, because the
 * arc cosine loses all precision below a few hundred metres.
 */
export function arcKm(from: UnitVector, to: UnitVector): number {
  const chord = Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]);
  return 2 * earthRadiusKm * Math.asin(Math.min(1, chord / 2));
}

/** The squared length of the chord between places so many kilometres apart, to be compared without trigonometry. */
export function squaredChord(km: number): number {
  if (km >= Math.PI * earthRadiusKm) return Number.POSITIVE_INFINITY;
  return 4 * Math.sin(km / (2 * earthRadiusKm)) ** 2;
}

/** So many kilometres of arc, to be added to that of a squared chord. */
export function marginOf(km: number): Margin {
  const half = km / (2 * earthRadiusKm);
  return { cosine: Math.cos(half), sine: Math.sin(half) };
}

/**
 * Kilometres between two places as the crow flies.
 *
 * @example
 * distanceKm({ latitude: 59.33, longitude: 18.07 }, { latitude: 57.71, longitude: 11.97 }); // about 398
 */
export function distanceKm(from: Coordinates, to: Coordinates): number {
  return arcKm(unitVector(from), unitVector(to));
}
