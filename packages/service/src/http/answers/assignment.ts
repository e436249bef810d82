import {
  type AssignmentProposal,
  describeEmptySeats,
  describeProposal,
  describeUnplaced,
  type FairnessReport,
} from "@jobbmatch/matcher";
import { entityId, isoDate } from "@jobbmatch/shared";
import * as z from "zod";
import type { Immutable } from "../reply.ts";
import { localised } from "./localised.ts";

const count = z.int().min(0);
const share = z.strictObject({ low: z.number(), high: z.number() });

const proposedPlace = z
  .strictObject({
    participant: entityId,
    vacancy: entityId,
    score: z.number(),
    worth: z.number().meta({ description: "Utility: match, wish, waiting and age of the vacancy together." }),
    hours: z.number().optional(),
    isUnchanged: z.boolean().meta({ description: "Whether the pair was in `previous`." }),
    reason: localised.meta({ description: "Why here rather than there." }),
  })
  .meta({ id: "ProposedPlace" });

const outcome = z
  .strictObject({
    people: count,
    seatsFilled: count,
    lowestScore: z.number().optional(),
    meanScore: z.number().optional(),
    longestWaitWithoutPlace: z.number().optional().meta({ description: "Days." }),
  })
  .meta({ id: "AssignmentOutcome" });

const groupReport = {
  people: count,
  proposed: count,
  groups: z.array(
    z.strictObject({
      group: z.string(),
      people: count.optional(),
      proposed: count.optional(),
      interval: share.optional(),
      comparedWithAll: z.enum(["lower", "similar", "higher"]).optional(),
    }),
  ),
};

const floor = z
  .strictObject({
    weeks: count,
    overdue: z.array(z.strictObject({ participant: entityId, weeks: count, isProposed: z.boolean() })),
    proposed: count,
    possible: count,
    isProven: z.boolean(),
    isKept: z.boolean(),
    unknownSince: count,
    change: z
      .strictObject({
        gained: z.array(entityId),
        lost: z.array(entityId),
        moved: count,
        cost: z.number(),
      })
      .optional(),
  })
  .meta({ id: "FloorReport" });

export const assignmentAnswer = z
  .strictObject({
    date: isoDate,
    proposals: z.array(proposedPlace),
    unplaced: z.array(
      z.strictObject({ participant: entityId, reason: z.enum(["noPlaceFits", "outbid"]), text: localised }),
    ),
    emptySeats: z.array(
      z.strictObject({
        vacancy: entityId,
        seats: count,
        reason: z.string(),
        fitting: count,
        text: localised,
      }),
    ),
    optimality: z.strictObject({
      method: z.enum(["exact", "approximate"]),
      value: z.number(),
      bound: z.number().meta({ description: "What no choice can exceed." }),
      gap: z.number(),
      proof: z.enum(["duality", "search"]),
    }),
    comparison: z.strictObject({ proposed: outcome, greedy: outcome, peopleOnTopOfLists: count }),
    floor: floor.optional(),
    fairness: z.strictObject({
      byDistance: z.array(z.strictObject({ dimension: z.string(), ...groupReport })),
      byGroup: z.strictObject(groupReport).optional(),
    }),
    position: count,
  })
  .meta({ id: "AssignmentProposal", description: "A proposal, never a decision." });
export type AssignmentAnswer = Immutable<z.infer<typeof assignmentAnswer>>;

export function assignmentOf(
  proposal: AssignmentProposal,
  { byDistance, byGroup }: FairnessReport,
  position: number,
): AssignmentAnswer {
  const { date, optimality, comparison, floor: kept } = proposal;
  return {
    date,
    proposals: proposal.proposals.map((each) => ({
      participant: each.participant,
      vacancy: each.vacancy,
      score: each.score,
      worth: each.utility.total,
      ...(each.hours === undefined ? {} : { hours: each.hours }),
      isUnchanged: each.isUnchanged,
      reason: describeProposal(each),
    })),
    unplaced: proposal.unplaced.map((each) => ({
      participant: each.participant,
      reason: each.reason,
      text: describeUnplaced(each),
    })),
    emptySeats: proposal.emptySeats.map((each) => ({ ...each, text: describeEmptySeats(each) })),
    optimality,
    comparison,
    ...(kept === undefined ? {} : { floor: kept }),
    fairness: { byDistance, ...(byGroup === undefined ? {} : { byGroup }) },
    position,
  };
}
