import type { Pair } from "../../ranking/feature.ts";
import type { Scored } from "../../ranking/rank.ts";
import { completeWeights } from "../../ranking/scorer.ts";
import type { CompleteMatchRequest } from "../../request.ts";
import type { Bitset } from "../../rules/bitset.ts";
import type { AppliedRule } from "../../rules/rule.ts";
import type { ParticipantStore, StoredParticipant } from "../../store/participant-store.ts";
import type { StoredVacancy } from "../../store/vacancy-store.ts";
import { Comparison } from "../compare.ts";
import type { Funnel, OpenAnswer } from "../rule-counts.ts";
import { SlotScorer } from "../slot-scorer.ts";
import type { VacancyTables } from "../vacancies/vacancy-tables.ts";
import { BestSlots } from "./best-slots.ts";
import { findList, type ListIndex, type ListSearch } from "./find-list.ts";
import type { FoundBy, FoundList } from "./found-list.ts";
import { type Candidate, listedCandidates } from "./listed-candidates.ts";

/** How the list was made. */
export interface Plan {
  readonly kind: FoundBy;
  /** Participants that the rules left to compare. */
  readonly compared: number;
}

/** The answer to "who fits this place, and who would fit if one thing changed?". */
export interface CandidateList {
  readonly vacancy: string;
  /** The day of the match, ISO date. */
  readonly date: string;
  readonly candidates: readonly Candidate[];
  readonly funnel: Funnel;
  /** The best of those whom exactly one rule excludes; `rank` counts among them. */
  readonly nearMisses: readonly Candidate[];
  /** Rules that lack knowledge of people on the list, those first whose answers would settle most matches. */
  readonly openAnswers: readonly OpenAnswer[];
  readonly plan: Plan;
  readonly model: string;
}

/** What a search reads. */
export interface SearchIndex extends ListIndex {
  readonly vacancyTables: VacancyTables;
  readonly model: string;
}

/** Ranks everybody whom the rules leave. Exact: nobody is passed over. @param options as `findList` takes them. */
export function topCandidates(
  index: SearchIndex,
  stored: StoredVacancy,
  request: CompleteMatchRequest,
  options: Pick<ListSearch, "isLasting"> = {},
): CandidateList {
  const applied = requirementsOf(index.participants, stored, request);
  const found = findList(index, stored, { ...options, request, applied });
  const { funnel, openAnswers, plan } = countsOf(found);
  const listing = {
    participants: index.participants,
    stored,
    date: request.date,
    applied,
    weights: completeWeights(request.weights),
    questionOrder: openAnswers.map(({ rule }) => rule),
  };
  const { candidates, nearMisses } = listedCandidates(found, listing);
  return {
    vacancy: stored.vacancy.id,
    date: request.date,
    candidates,
    funnel,
    nearMisses,
    openAnswers,
    plan,
    model: index.model,
  };
}

/** What a list says of everybody, and how it was made. */
export type ListCounts = Pick<CandidateList, "funnel" | "openAnswers" | "plan">;

export function countsOf({ funnel, openAnswers, foundBy }: FoundList): ListCounts {
  return { funnel, openAnswers, plan: { kind: foundBy, compared: funnel.remaining } };
}

/** A pair with its score, and nothing said about it. */
export interface ScoredPair extends Scored {
  readonly pair: Pair;
}

/** The best of some slots as `topCandidates` ranks them, without the texts that explain them. */
export function scoredPairs(
  index: SearchIndex,
  stored: StoredVacancy,
  slots: Bitset,
  { date, limit, weights }: CompleteMatchRequest,
): ScoredPair[] {
  const comparison = new Comparison(index.vectors, stored, date);
  const scorer = new SlotScorer(index.participants, stored, { weights: completeWeights(weights), date });
  const search = new BestSlots(index, stored, { scorer, comparison });
  return search.best(slots, limit).flatMap(({ id, score, slot }) => {
    const participant = index.participants.at(slot);
    return participant === undefined ? [] : [{ id, score, pair: comparison.with(participant) }];
  });
}

/** The rules that a vacancy makes use of, ready to be answered for any participant. */
export function requirementsOf(
  participants: ParticipantStore,
  { vacancy }: StoredVacancy,
  { date, units }: CompleteMatchRequest,
): AppliedRule[] {
  const context = units === undefined ? { date } : { date, units };
  return participants.columns.flatMap(({ rule, column }) => {
    const requirement = column.compile(vacancy, context);
    return requirement === undefined ? [] : [{ rule, requirement }];
  });
}

/** Whether a border hides the participant from this vacancy or this asker. */
export function isBeyondBorder({ slot }: StoredParticipant, applied: readonly AppliedRule[]): boolean {
  return applied.some(({ rule, requirement }) => rule.border && requirement.judge(slot) !== "pass");
}
