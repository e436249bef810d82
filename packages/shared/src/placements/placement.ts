import * as z from "zod";
import { entityId, isoDate } from "../schemas/fields.ts";
import { placementTypeId } from "../vocabulary/placement-type-schema.ts";

/** Why a proposal came to nothing. Nothing about health or benefits: those are not this engine's to know. */
export const declineReasons = [
  "participantDeclined",
  "workplaceDeclined",
  "otherCandidate",
  "vacancyWithdrawn",
  "notReached",
  "other",
] as const;

/** How a placement ended. The first two mean that the person supports themselves from here on. */
export const outcomes = [
  "ordinaryJob",
  "studies",
  "nextStep",
  "endedAsPlanned",
  "endedByParticipant",
  "endedByWorkplace",
  "other",
] as const;
export type Outcome = (typeof outcomes)[number];

/** Outcomes after which somebody lives on their own work or on studies. */
export const selfSupportingOutcomes: readonly Outcome[] = ["ordinaryJob", "studies"];

const on = { date: isoDate };

/** One step in what follows a match, with the day on which it happened. */
export const placementStep = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("proposed"), ...on }),
  z.strictObject({ kind: z.literal("accepted"), ...on }),
  z.strictObject({ kind: z.literal("declined"), ...on, reason: z.enum(declineReasons) }),
  z.strictObject({ kind: z.literal("interview"), ...on }),
  z.strictObject({ kind: z.literal("placed"), ...on }),
  z.strictObject({ kind: z.literal("followUp"), ...on }),
  z.strictObject({ kind: z.literal("ended"), ...on, outcome: z.enum(outcomes) }),
]);
export type PlacementStep = z.infer<typeof placementStep>;
export type PlacementStepKind = PlacementStep["kind"];

/** One participant and one vacancy from the proposal to the outcome. Steps are in order of time; the first is `proposed`. */
export const placement = z.strictObject({
  participant: entityId,
  vacancy: entityId,
  unit: entityId,
  placementType: placementTypeId.optional(),
  steps: z.array(placementStep).min(1).max(1000),
});
export type Placement = z.infer<typeof placement>;
