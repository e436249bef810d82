import { type Coordinates, municipalityByCode } from "@jobbmatch/shared";

/** A home or a workplace: exact, only the municipality, or neither. */
export interface Place {
  readonly municipality?: string | undefined;
  readonly coordinates?: Coordinates | undefined;
}

export interface Position {
  readonly coordinates: Coordinates;
  /** Whether only the municipality is known, so that its main town stands for the place. */
  readonly estimated: boolean;
}

/** Where a place is, as exactly as it is known, or `undefined` if nothing is known. */
export function positionOf(place: Place | undefined): Position | undefined {
  if (place?.coordinates !== undefined) return { coordinates: place.coordinates, estimated: false };
  const centre = place?.municipality === undefined ? undefined : municipalityByCode(place.municipality);
  if (centre === undefined) return undefined;
  return { coordinates: { latitude: centre.latitude, longitude: centre.longitude }, estimated: true };
}
