import { type Coordinates, municipalities, type Participant, type Vacancy } from "@jobbmatch/shared";
import type { Outcome } from "../../src/rules/rule.ts";

/** How far rounded coordinates may shift the distance, km. */
const toleranceKm = 0.1;

/** The haversine formula, as textbooks give it. */
export function haversineKm(a: Coordinates, b: Coordinates): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const h = north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(Math.min(1, h)));
}

function centreOf(code: string | undefined): Coordinates | undefined {
  return municipalities.find((municipality) => municipality.code === code);
}

export function distanceOracle({ home, commute }: Participant, { location }: Vacancy): Outcome[] {
  const to = location?.coordinates ?? centreOf(location?.municipality);
  if (to === undefined) return ["pass"];
  const from = home?.coordinates ?? centreOf(home?.municipality);
  if (from === undefined || commute?.maxKm === undefined) return ["unknown"];
  const exact = home?.coordinates !== undefined && location?.coordinates !== undefined;
  const answers = [-toleranceKm, toleranceKm].map((error): Outcome => {
    const excess = haversineKm(from, to) + error - (commute.maxKm ?? 0);
    if (excess <= 0) return "pass";
    return exact || excess > 10 ? "fail" : "unknown";
  });
  // Nothing is rounded between a municipality's main town and itself.
  return haversineKm(from, to) === 0 ? ["pass"] : answers;
}
