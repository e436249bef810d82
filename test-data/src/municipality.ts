import { type Coordinates, type Municipality, municipalities, municipalityByCode } from "@jobbmatch/shared";
import { normal, type Sampler, zipf } from "./distributions.ts";
import type { Random } from "./random.ts";

const kilometresPerDegree = 111.2;
const neighbourCount = 6;

/** A municipality with the ones around it, nearest first. */
export interface Area {
  readonly home: Municipality;
  readonly neighbour: Sampler<Municipality>;
}

/** The area of a municipality whose code has been checked. */
export function areaOf(code: string): Area {
  const home = municipalityByCode(code);
  if (home === undefined) throw new RangeError(`no municipality has the code ${code}`);
  const others = municipalities.filter((other) => other.code !== code);
  const nearest = others.sort((a, b) => kilometresBetween(home, a) - kilometresBetween(home, b));
  return { home, neighbour: zipf(nearest.slice(0, neighbourCount), 0.6) };
}

/** Flat distance, good enough to order neighbours. */
function kilometresBetween(a: Coordinates, b: Coordinates): number {
  const north = (a.latitude - b.latitude) * kilometresPerDegree;
  const east = (a.longitude - b.longitude) * kilometresPerDegree * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

/** A place, known by its municipality and in part of the cases by its position. */
export interface Position {
  readonly municipality: string;
  readonly coordinates?: Coordinates;
}

/** Draws a place in the area. `homeShare` and `exactShare` are probabilities; `spreadKm` is a standard deviation. */
export function drawPosition(
  random: Random,
  area: Area,
  { homeShare, exactShare, spreadKm }: { homeShare: number; exactShare: number; spreadKm: number },
): Position {
  const place = random.chance(homeShare) ? area.home : area.neighbour(random);
  if (!random.chance(exactShare)) return { municipality: place.code };
  return { municipality: place.code, coordinates: scatter(random, place, spreadKm) };
}

function scatter(random: Random, { latitude, longitude }: Coordinates, spreadKm: number): Coordinates {
  const north = (normal(random) * spreadKm) / kilometresPerDegree;
  const east = (normal(random) * spreadKm) / (kilometresPerDegree * Math.cos((latitude * Math.PI) / 180));
  return { latitude: fourDecimals(latitude + north), longitude: fourDecimals(longitude + east) };
}

/** Four decimals are about ten metres. */
function fourDecimals(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}
