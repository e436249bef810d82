import { type Assessment, assessmentFrom } from "../explanation/assessment.ts";
import { judgedRules } from "../explanation/judged-rule.ts";
import { AskedFeatures } from "../ranking/asked-features.ts";
import type { Weights } from "../ranking/scorer.ts";
import type { AppliedRule } from "../rules/rule.ts";
import type { ParticipantStore } from "../store/participant-store.ts";
import type { ScoredSlot } from "./best-slots.ts";
import { type MatchedVacancy, pairFrom } from "./pair-from.ts";

/** A participant on a vacancy's list. */
export interface Candidate extends Assessment {
  /** 1 for the best. */
  readonly rank: number;
}

/** What it takes to assess those on a list. */
export interface Listing extends MatchedVacancy {
  readonly participants: ParticipantStore;
  readonly applied: readonly AppliedRule[];
  readonly weights: Weights;
  readonly questionOrder: readonly string[];
}

/**
 * Assesses the best of a search, in their order, as they are now, whatever changes before it is read. Numbers come from
 * columns; a profile is read and not parsed until somebody reads words that it takes.
 */
export function listedCandidates(best: readonly ScoredSlot[], listing: Listing): Candidate[] {
  const { participants, applied, weights, questionOrder } = listing;
  const { vacancy } = listing.stored;
  const features = new AskedFeatures(participants.features, vacancy, listing.date);
  return best.map(({ id, slot, score, similarities }, index) => {
    const profile = participants.profileAt(slot);
    const source = {
      vacancy,
      valued: features.valuesAt(slot, similarities),
      weights,
      judged: judgedRules(applied, slot),
      questionOrder,
      pair: once(() => pairFrom(profile(), similarities, listing)),
    };
    return assessmentFrom({ rank: index + 1, participant: id, vacancy: vacancy.id, score }, source);
  });
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
