import type { Participant } from "@jobbmatch/shared";
import type { AssignmentProposal } from "../assignment/assignment-proposal.ts";
import { type DistanceDimension, distanceDimensions } from "./distance-to-work.ts";
import type { FloorReport } from "./floor-report.ts";
import { type GroupReport, groupReport, type PoolMember } from "./group-report.ts";

/** Whom a proposal reaches, and whom it does not. */
export interface FairnessReport {
  /** By how far people stand from work. */
  readonly byDistance: readonly (GroupReport & { readonly dimension: DistanceDimension["id"] })[];
  /** By the groups that the caller supplied; absent when none were. */
  readonly byGroup?: GroupReport;
  /** What the guard did, when the assignment had a floor. */
  readonly floor?: FloorReport;
}

/** The part of a proposal that the report reads. */
export type ReportedProposal = Pick<AssignmentProposal, "date" | "proposals" | "unplaced" | "floor">;

/**
 * Reports a finished proposal by group. Groups enter here and nowhere else: an assignment has no field for them, so they
 * can never have influenced it.
 *
 * @param profileOf a participant's profile; who has none any more counts as unknown.
 * @param groups the group of each participant, by id; who is not in it counts as unknown.
 */
export function fairnessReport(
  proposal: ReportedProposal,
  profileOf: (participant: string) => Participant | undefined,
  groups?: ReadonlyMap<string, string>,
): FairnessReport {
  const pool = poolOf(proposal);
  const byDistance = distanceDimensions.map(({ id, groupOf }) => ({
    dimension: id,
    ...groupReport(pool, (participant) => {
      const profile = profileOf(participant);
      return profile === undefined ? undefined : groupOf(profile, proposal.date);
    }),
  }));
  return {
    byDistance,
    ...(groups === undefined ? {} : { byGroup: groupReport(pool, (participant) => groups.get(participant)) }),
    ...(proposal.floor === undefined ? {} : { floor: proposal.floor }),
  };
}

/** Everybody once, also who has two places in one week. */
function poolOf({ proposals, unplaced }: ReportedProposal): PoolMember[] {
  const proposed = new Set(proposals.map(({ participant }) => participant));
  return [
    ...[...proposed].map((participant) => ({ participant, isProposed: true })),
    ...unplaced.map(({ participant }) => ({ participant, isProposed: false })),
  ];
}
