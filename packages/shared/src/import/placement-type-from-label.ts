import type { PlacementTypeId } from "../vocabulary/placement-type-schema.ts";

/** Words in an employment type's label that tell the placement type for certain. */
const byWord: readonly (readonly [RegExp, PlacementTypeId])[] = [
  [/arbetsträning/iu, "work-training"],
  [/praktik|\bintern(?:ship)?\b/iu, "internship"],
  [/introduktionsjobb/iu, "introductory-job"],
  [/nystartsjobb/iu, "new-start-job"],
  [/etableringsjobb/iu, "establishment-job"],
  [/utvecklingsanställning/iu, "development-employment"],
  [/extratjänst/iu, "extra-service"],
  [/beredskapsjobb|arbetsmarknadsanställning/iu, "municipal-job"],
  [/lärling|\bapprentice/iu, "apprenticeship"],
];

/**
 * The placement type that the label of an employment type names. An ad is an ordinary job unless its label says
 * otherwise: permanent, temporary, summer and on-demand employment are all ordinary.
 */
export function placementTypeFromLabel(label: string | null | undefined): PlacementTypeId {
  return byWord.find(([word]) => word.test(label ?? ""))?.[1] ?? "ordinary";
}
