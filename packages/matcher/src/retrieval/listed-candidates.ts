import { type Assessment, assess } from "../explanation/assessment.ts";
import type { Weights } from "../ranking/scorer.ts";
import type { AppliedRule } from "../rules/rule.ts";
import type { ParticipantStore } from "../store/participant-store.ts";
import type { ScoredSlot } from "./best-slots.ts";
import type { Comparison } from "./compare.ts";

/** A participant on a vacancy's list. */
export interface Candidate extends Assessment {
  /** 1 for the best. */
  readonly rank: number;
}

/** What it takes to assess those on a list. */
export interface Listing {
  readonly participants: ParticipantStore;
  readonly comparison: Comparison;
  readonly applied: readonly AppliedRule[];
  readonly weights: Weights;
  readonly questionOrder: readonly string[];
}

/** Assesses the best of a search, in their order. */
export function listedCandidates(best: readonly ScoredSlot[], listing: Listing): Candidate[] {
  const { participants, comparison, applied, weights, questionOrder } = listing;
  return best.flatMap(({ slot, score }, index) => {
    const participant = participants.at(slot);
    if (participant === undefined) return [];
    const pair = comparison.with(participant);
    return [assess({ pair, slot, score, applied, weights, questionOrder }, { rank: index + 1 })];
  });
}
