import { type Assessment, assess } from "../explanation/assessment.ts";
import { TopList } from "../ranking/rank.ts";
import { completeWeights, scoreOf, type Weights } from "../ranking/scorer.ts";
import type { CompleteMatchRequest } from "../request.ts";
import type { Bitset } from "../rules/bitset.ts";
import type { AppliedRule } from "../rules/rule.ts";
import type { ParticipantStore, StoredParticipant } from "../store/participant-store.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import type { VectorStore } from "../vector-index/vector-store.ts";
import { applyRules, type Funnel, type OpenAnswer } from "./apply-rules.ts";
import { Comparison } from "./compare.ts";

/** A participant on a vacancy's list. */
export interface Candidate extends Assessment {
  /** 1 for the best. */
  readonly rank: number;
}

/** How the list was made. */
export interface Plan {
  readonly kind: "exactScan";
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
export interface SearchIndex {
  readonly participants: ParticipantStore;
  readonly vectors: VectorStore;
  readonly model: string;
}

/** Ranks everybody whom the rules leave. Exact: nobody is passed over. */
export function topCandidates(
  index: SearchIndex,
  stored: StoredVacancy,
  request: CompleteMatchRequest,
): CandidateList {
  const { date, limit, nearMisses } = request;
  const applied = requirementsOf(index.participants, stored, request);
  const selection = applyRules(index.participants.everyone, applied, request.unknown);
  const comparison = new Comparison(index.vectors, stored, date);
  const weights = completeWeights(request.weights);
  const questionOrder = selection.openAnswers.map(({ rule }) => rule);
  const ranking = { participants: index.participants, comparison, applied, weights, questionOrder };
  return {
    vacancy: stored.vacancy.id,
    date,
    candidates: bestOf(selection.allowed, limit, ranking),
    funnel: selection.funnel,
    nearMisses: bestOf(selection.nearMisses, nearMisses, ranking),
    openAnswers: selection.openAnswers,
    plan: { kind: "exactScan", compared: selection.funnel.remaining },
    model: index.model,
  };
}

interface Ranking {
  readonly participants: ParticipantStore;
  readonly comparison: Comparison;
  readonly applied: readonly AppliedRule[];
  readonly weights: Weights;
  readonly questionOrder: readonly string[];
}

function bestOf(slots: Bitset, limit: number, ranking: Ranking): Candidate[] {
  const { participants, comparison, applied, weights, questionOrder } = ranking;
  const best = new TopList<{ id: string; score: number; stored: StoredParticipant }>(limit);
  for (const slot of slots) {
    const stored = participants.at(slot);
    if (stored === undefined) continue;
    best.offer({ id: stored.participant.id, score: scoreOf(comparison.with(stored), weights), stored });
  }
  return best.items.map(({ stored }, index) => ({
    rank: index + 1,
    ...assess(comparison.with(stored), stored.slot, applied, weights, questionOrder),
  }));
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
