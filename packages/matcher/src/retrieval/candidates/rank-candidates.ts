import { AskedFeatures } from "../../ranking/asked-features.ts";
import type { FeatureId } from "../../ranking/feature.ts";
import { completeWeights } from "../../ranking/scorer.ts";
import type { CompleteMatchRequest } from "../../request.ts";
import type { AppliedRule, Outcome } from "../../rules/rule.ts";
import type { StoredVacancy } from "../../store/vacancy-store.ts";
import type { ScoredSlot } from "./best-slots.ts";
import { findList } from "./find-list.ts";
import { countsOf, type ListCounts, requirementsOf, type SearchIndex } from "./top-candidates.ts";

/** Somebody on a list, in numbers and outcomes. */
export interface RankedCandidate {
  readonly participant: string;
  /** 0 to 1; the sum of value × weight over the features of the ranking. */
  readonly score: number;
  /** Of each feature, 0 to 1; the neutral value where it is not known. */
  readonly values: readonly number[];
  /** Of each feature: whether the profile tells its value. */
  readonly known: readonly boolean[];
  /** Of each rule. */
  readonly outcomes: readonly Outcome[];
}

/** A list of candidates in numbers and outcomes, without a word of a profile: what is worth storing of it. */
export interface CandidateRanking {
  readonly vacancy: string;
  /** The day of the match, ISO date. */
  readonly date: string;
  readonly model: string;
  /** What the vacancy asks about, each with its share of the score; all shares sum to 1. */
  readonly features: readonly { readonly feature: FeatureId; readonly weight: number }[];
  /** Ids of the rules that the vacancy makes use of, and of the asker's borders, in the order in which they are applied. */
  readonly rules: readonly string[];
  /** The best first. */
  readonly candidates: readonly RankedCandidate[];
  /** The best of those whom exactly one rule excludes. */
  readonly nearMisses: readonly RankedCandidate[];
  /** How it was made, and what the rules left; left out if the ranking was asked for without counts. */
  readonly counts?: ListCounts;
}

export interface RankingOptions {
  /**
   * Whether to tell how the rules narrowed the field, and what they lack. It takes judging everybody who has changed since that was asked for
   * last, and so most of the work of a list that was made before. @default true
   */
  readonly counts?: boolean;
}

/** The same people as `topCandidates` finds, in numbers. */
export function rankCandidates(
  index: SearchIndex,
  stored: StoredVacancy,
  request: CompleteMatchRequest,
  { counts: isCounted = true }: RankingOptions = {},
): CandidateRanking {
  const { participants, model } = index;
  const applied = requirementsOf(participants, stored, request);
  const found = findList(index, stored, { request, applied, isCounted });
  const features = new AskedFeatures(participants.features, stored.vacancy, request.date);
  const ranked = (each: ScoredSlot) => rankedCandidate(each, features, applied);
  return {
    vacancy: stored.vacancy.id,
    date: request.date,
    model,
    features: features.weighted(completeWeights(request.weights)),
    rules: applied.map(({ rule }) => rule.id),
    candidates: found.candidates.map(ranked),
    nearMisses: found.nearMisses.map(ranked),
    ...(isCounted ? { counts: countsOf(found) } : {}),
  };
}

function rankedCandidate(
  { id, slot, score, similarities }: ScoredSlot,
  features: AskedFeatures,
  applied: readonly AppliedRule[],
): RankedCandidate {
  const valued = features.valuesAt(slot, similarities);
  return {
    participant: id,
    score,
    values: valued.map(({ value }) => value),
    known: valued.map(({ known }) => known),
    outcomes: applied.map(({ requirement }) => requirement.judge(slot)),
  };
}
