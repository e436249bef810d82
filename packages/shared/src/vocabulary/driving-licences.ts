/** Driving licence categories of the European Union, with Sweden's B96 (*utökad B*). */
export const drivingLicences = [
  "AM",
  "A1",
  "A2",
  "A",
  "B",
  "B96",
  "BE",
  "C1",
  "C1E",
  "C",
  "CE",
  "D1",
  "D1E",
  "D",
  "DE",
] as const;
export type DrivingLicence = (typeof drivingLicences)[number];

/** What each category includes at once; the rest follows by transitive closure. */
const includes: Readonly<Record<DrivingLicence, readonly DrivingLicence[]>> = {
  AM: [],
  A1: ["AM"],
  A2: ["A1"],
  A: ["A2"],
  B: ["AM"],
  B96: ["B"],
  BE: ["B96"],
  C1: ["B"],
  C1E: ["C1", "BE"],
  C: ["C1"],
  CE: ["C", "C1E"],
  D1: ["B"],
  D1E: ["D1", "BE"],
  D: ["D1"],
  DE: ["D", "D1E"],
};

function closureOf(category: DrivingLicence): ReadonlySet<DrivingLicence> {
  const reached = new Set<DrivingLicence>([category]);
  for (const next of reached) for (const included of includes[next]) reached.add(included);
  return reached;
}

const closure = new Map(drivingLicences.map((category) => [category, closureOf(category)]));

/**
 * All categories that somebody who holds the given ones may drive.
 *
 * @example
 * drivable(["CE"]).has("B"); // true
 */
export function drivable(held: readonly DrivingLicence[]): ReadonlySet<DrivingLicence> {
  return new Set(held.flatMap((category) => [...(closure.get(category) ?? [])]));
}
