import { type Assessment, assessmentFrom } from "../../explanation/assessment.ts";
import { judgedRules } from "../../explanation/judged-rule.ts";
import { AskedFeatures } from "../../ranking/asked-features.ts";
import type { Weights } from "../../ranking/scorer.ts";
import type { AppliedRule } from "../../rules/rule.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import { once } from "../once.ts";
import { type MatchedVacancy, pairFrom } from "../pair-from.ts";
import type { ScoredSlot } from "./best-slots.ts";

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

/** Those on a list, the best first. */
interface Listed<Each> {
  readonly candidates: readonly Each[];
  readonly nearMisses: readonly Each[];
}

/**
 * Assesses those on a list as they are now, whatever changes before it is read. Numbers come from columns; a profile is
 * read and not parsed until somebody reads words that it takes.
 */
export function listedCandidates(found: Listed<ScoredSlot>, listing: Listing): Listed<Candidate> {
  const { participants, stored, date } = listing;
  const features = new AskedFeatures(participants.features, stored.vacancy, date);
  const listed = (each: ScoredSlot, index: number) => candidate(each, index + 1, listing, features);
  return { candidates: found.candidates.map(listed), nearMisses: found.nearMisses.map(listed) };
}

function candidate(
  { id, slot, score, similarities }: ScoredSlot,
  rank: number,
  listing: Listing,
  features: AskedFeatures,
): Candidate {
  const { participants, stored, date, applied, weights, questionOrder } = listing;
  const { vacancy } = stored;
  const profile = participants.profileAt(slot);
  const source = {
    vacancy,
    valued: features.valuesAt(slot, similarities),
    weights,
    judged: judgedRules(applied, slot),
    questionOrder,
    pair: once(() => pairFrom(profile(), similarities, { stored, date })),
  };
  return assessmentFrom({ rank, participant: id, vacancy: vacancy.id, score }, source);
}
