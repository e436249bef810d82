import * as z from "zod";

/** Kinds of opening, by what they are in law and where they stand on the ladder towards ordinary work. */
export const placementTypeIds = [
  "work-training",
  "internship",
  "education",
  "introductory-job",
  "new-start-job",
  "establishment-job",
  "development-employment",
  "municipal-job",
  "extra-service",
  "apprenticeship",
  "ordinary",
] as const;
export const placementTypeId = z.enum(placementTypeIds);
export type PlacementTypeId = z.infer<typeof placementTypeId>;

/** A period during which one set of facts about a placement type holds. Both days belong to it. */
export const placementTypePeriod = z.strictObject({
  from: z.iso.date(),
  /** Absent while the period has no end. */
  until: z.iso.date().optional(),
  /** Whether new placements may start in the period. */
  open: z.boolean(),
  /** Whether an authority must find somebody eligible before the placement can start. */
  requiresEligibility: z.boolean(),
  /** The most of the hours that may be study, 0 to 1. A vacancy that names no share of its own has none. */
  maximumStudyShare: z.number().min(0).max(1).default(0),
  /** The longest that one placement may last, in months; absent: no limit. */
  maximumMonths: z.int().min(1).max(120).optional(),
});
export type PlacementTypePeriod = z.infer<typeof placementTypePeriod>;

const localised = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) });

/** One placement type: its place on the ladder, and what has held when. */
export const placementType = z.strictObject({
  name: localised,
  /** Step on the ladder: 1 work training, 2 internship, 3 subsidised employment, 4 ordinary work or studies. */
  step: z.literal([1, 2, 3, 4]),
  /** In order of time, without overlap. Outside every period the type is not open. */
  periods: z.array(placementTypePeriod).min(1).superRefine(refuseDisorder),
});
export type LadderStep = z.infer<typeof placementType>["step"];
export type PlacementType = z.infer<typeof placementType>;

/** All placement types. Every id is there: a type that does not exist any more stays as history, closed. */
export const placementTypeCatalogue = z.record(placementTypeId, placementType);
export type PlacementTypeCatalogue = Readonly<z.infer<typeof placementTypeCatalogue>>;
export type PlacementTypeCatalogueInput = z.input<typeof placementTypeCatalogue>;

function refuseDisorder(periods: readonly PlacementTypePeriod[], context: z.RefinementCtx): void {
  for (const [index, { from, until }] of periods.entries()) {
    const next = periods[index + 1];
    const message = disorderOf(from, until, next);
    if (message === undefined) continue;
    context.addIssue({ code: "custom", path: [index, "until"], message, params: { code: "invalidDate" } });
  }
}

function disorderOf(
  from: string,
  until: string | undefined,
  next: PlacementTypePeriod | undefined,
): string | undefined {
  if (until !== undefined && until < from) return "until is before from";
  if (next === undefined) return undefined;
  if (until === undefined) return "only the last period may be without an end";
  return until < next.from ? undefined : "the next period begins before this one ends";
}
