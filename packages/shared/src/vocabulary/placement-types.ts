import * as z from "zod";
import type { Localised } from "../localised.ts";

/** Kinds of opening, by what they are in law and where they stand on the ladder towards ordinary work. */
export const placementTypeIds = [
  "work-training",
  "internship",
  "education",
  "introductory-job",
  "new-start-job",
  "development-employment",
  "municipal-job",
  "extra-service",
  "apprenticeship",
  "ordinary",
] as const;
export const placementTypeId = z.enum(placementTypeIds);
export type PlacementTypeId = z.infer<typeof placementTypeId>;

/** A period during which one set of facts about a placement type holds. */
export interface PlacementTypePeriod {
  /** First day, ISO date. */
  readonly from: string;
  /** Last day, ISO date; absent while the period has no end. */
  readonly until?: string;
  /** Whether new placements may start in the period. */
  readonly open: boolean;
}

export interface PlacementType {
  readonly id: PlacementTypeId;
  readonly name: Localised;
  /** Step on the ladder: 1 work training, 2 internship, 3 subsidised employment, 4 ordinary work or studies. */
  readonly step: 1 | 2 | 3 | 4;
  /** Whether somebody must be found eligible by an authority before the placement can start. */
  readonly requiresEligibility: boolean;
  /** In order of time, without overlap. Outside every period the type is not open. */
  readonly periods: readonly PlacementTypePeriod[];
}

/**
 * Facts from the Swedish Public Employment Service's descriptions of its programmes and support. `extra-service`
 * (*extratjänst*) has been closed for new decisions since 2022 and stays for history.
 */
export const placementTypes: Readonly<Record<PlacementTypeId, PlacementType>> = {
  "work-training": {
    id: "work-training",
    name: { sv: "arbetsträning", en: "work training" },
    step: 1,
    requiresEligibility: true,
    periods: [{ from: "2000-01-01", open: true }],
  },
  internship: {
    id: "internship",
    name: { sv: "arbetspraktik", en: "internship" },
    step: 2,
    requiresEligibility: false,
    periods: [{ from: "2000-01-01", open: true }],
  },
  education: {
    id: "education",
    name: { sv: "utbildning", en: "education" },
    step: 4,
    requiresEligibility: false,
    periods: [{ from: "2000-01-01", open: true }],
  },
  "introductory-job": {
    id: "introductory-job",
    name: { sv: "introduktionsjobb", en: "introductory job" },
    step: 3,
    requiresEligibility: true,
    periods: [{ from: "2018-05-01", open: true }],
  },
  "new-start-job": {
    id: "new-start-job",
    name: { sv: "nystartsjobb", en: "new start job" },
    step: 3,
    requiresEligibility: true,
    periods: [{ from: "2007-01-01", open: true }],
  },
  "development-employment": {
    id: "development-employment",
    name: { sv: "utvecklingsanställning", en: "development employment" },
    step: 3,
    requiresEligibility: true,
    periods: [{ from: "2017-07-01", open: true }],
  },
  "municipal-job": {
    id: "municipal-job",
    name: { sv: "kommunal arbetsmarknadsanställning", en: "municipal labour-market employment" },
    step: 3,
    requiresEligibility: true,
    periods: [{ from: "2000-01-01", open: true }],
  },
  "extra-service": {
    id: "extra-service",
    name: { sv: "extratjänst", en: "extra service job" },
    step: 3,
    requiresEligibility: true,
    periods: [
      { from: "2015-11-01", until: "2021-12-31", open: true },
      { from: "2022-01-01", open: false },
    ],
  },
  apprenticeship: {
    id: "apprenticeship",
    name: { sv: "lärlingsanställning", en: "apprenticeship" },
    step: 3,
    requiresEligibility: false,
    periods: [{ from: "2000-01-01", open: true }],
  },
  ordinary: {
    id: "ordinary",
    name: { sv: "ordinarie arbete", en: "ordinary job" },
    step: 4,
    requiresEligibility: false,
    periods: [{ from: "2000-01-01", open: true }],
  },
};

/** Whether new placements of a type may start on a day (ISO date). */
export function isOpenOn(type: PlacementTypeId, date: string): boolean {
  return placementTypes[type].periods.some(
    ({ from, until, open }) => open && from <= date && (until === undefined || date <= until),
  );
}
