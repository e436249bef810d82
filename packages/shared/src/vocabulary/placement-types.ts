import type { Result } from "../errors.ts";
import { parseWith } from "../schemas/parse-with.ts";
import {
  type LadderStep,
  type PlacementType,
  type PlacementTypeCatalogue,
  type PlacementTypeId,
  type PlacementTypePeriod,
  placementTypeCatalogue,
} from "./placement-type-schema.ts";
import { placementTypeTable } from "./placement-type-table.ts";

/** The placement types as this package knows them. */
export const placementTypes: PlacementTypeCatalogue = placementTypeCatalogue.parse(placementTypeTable);

/**
 * Checks a municipality's own facts about placement types, which replace those of this package type by type.
 *
 * @returns the whole catalogue, or every problem with its field.
 * @example
 * parsePlacementTypes({ "municipal-job": { name, step: 3, periods: [{ from: "2026-01-01", open: true, … }] } });
 */
export function parsePlacementTypes(input: unknown): Result<PlacementTypeCatalogue> {
  if (typeof input !== "object" || input === null)
    return {
      ok: false,
      problems: [{ code: "invalidField", message: "expected an object by placement type" }],
    };
  return parseWith(placementTypeCatalogue, { ...placementTypeTable, ...input });
}

/** What holds for a placement type on a day (ISO date); `undefined` before it existed or after it has ended. */
export function placementTypeOn(
  type: PlacementTypeId,
  date: string,
  catalogue: PlacementTypeCatalogue = placementTypes,
): PlacementTypePeriod | undefined {
  return catalogue[type].periods.find(
    ({ from, until }) => from <= date && (until === undefined || date <= until),
  );
}

/** Whether new placements of a type may start on a day (ISO date). */
export function isOpenOn(
  type: PlacementTypeId,
  date: string,
  catalogue: PlacementTypeCatalogue = placementTypes,
): boolean {
  return placementTypeOn(type, date, catalogue)?.open ?? false;
}

/** Whether an authority must find somebody eligible, as it was last known on the day. */
export function requiresEligibility({ periods }: PlacementType, date: string): boolean {
  const known = periods.filter(({ from }) => from <= date).at(-1) ?? periods[0];
  return known?.requiresEligibility ?? false;
}

/** Names of the ladder's steps, from the first. */
export const ladderStepNames: Readonly<Record<LadderStep, { readonly sv: string; readonly en: string }>> = {
  1: { sv: "arbetsträning", en: "work training" },
  2: { sv: "praktik", en: "internship" },
  3: { sv: "anställning med stöd", en: "subsidised employment" },
  4: { sv: "vanligt arbete eller studier", en: "ordinary work or studies" },
};
