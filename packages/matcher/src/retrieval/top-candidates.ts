import { type Assessment, assess } from "../explanation/assessment.ts";
import type { Pair } from "../ranking/feature.ts";
import { type Scored, TopList } from "../ranking/rank.ts";
import { completeWeights, scoreOf, type Weights } from "../ranking/scorer.ts";
import type { CompleteMatchRequest } from "../request.ts";
import type { Bitset } from "../rules/bitset.ts";
import type { AppliedRule } from "../rules/rule.ts";
import type { ParticipantStore, StoredParticipant } from "../store/participant-store.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import { kthGreatest } from "../vector-index/top-owners.ts";
import type { VectorStore } from "../vector-index/vector-store.ts";
import { applyRules, type Funnel, type OpenAnswer } from "./apply-rules.ts";
import { Comparison } from "./compare.ts";
import { ScoreBounds } from "./score-bounds.ts";

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
  const ranking = { participants: index.participants, stored, comparison, applied, weights, questionOrder };
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
  readonly stored: StoredVacancy;
  readonly comparison: Comparison;
  readonly applied: readonly AppliedRule[];
  readonly weights: Weights;
  readonly questionOrder: readonly string[];
}

function bestOf(slots: Bitset, limit: number, ranking: Ranking): Candidate[] {
  const { comparison, applied, weights, questionOrder } = ranking;
  return bestScored(slots, limit, ranking).map(({ participant }, index) => ({
    rank: index + 1,
    ...assess(comparison.with(participant), participant.slot, applied, weights, questionOrder),
  }));
}

interface ScoredParticipant extends Scored {
  readonly participant: StoredParticipant;
}

/**
 * The best of some slots, exactly. Most people need not be scored: once `limit` of them are, whoever cannot reach the
 * last one's score even at best is left out. Those with the highest bounds are scored first, so that this is soon.
 */
function bestScored(slots: Bitset, limit: number, ranking: Ranking): readonly ScoredParticipant[] {
  const { participants, stored, comparison, weights } = ranking;
  if (limit === 0) return [];
  const table = participants.similarities.upperBounds(stored.vector, slots);
  const scoreBounds = new ScoreBounds(participants.features, stored, weights);
  const bounds = scoreBounds.upperBounds(table);
  const best = new TopList<ScoredParticipant>(limit);
  const promising = kthGreatest(limit, bounds);
  const scoreWhere = (isWanted: (bound: number) => boolean) => {
    for (let index = 0; index < bounds.length; index++) {
      if (!isWanted(bounds[index] ?? 0)) continue;
      const participant = participants.at(table.slots[index] ?? 0);
      if (participant === undefined) continue;
      const score = scoreOf(comparison.with(participant), weights, scoreBounds.exactValues(participant.slot));
      best.offer({ id: participant.participant.id, score, participant });
    }
  };
  scoreWhere((bound) => bound >= promising);
  scoreWhere((bound) => bound < promising && bound >= best.threshold);
  return best.items;
}

/** A pair with its score, and nothing said about it. */
export interface ScoredPair extends Scored {
  readonly pair: Pair;
}

/** The best of some slots as `topCandidates` ranks them, without the texts that explain them. */
export function scoredPairs(
  { participants, vectors }: SearchIndex,
  stored: StoredVacancy,
  slots: Bitset,
  request: CompleteMatchRequest,
): ScoredPair[] {
  const comparison = new Comparison(vectors, stored, request.date);
  const weights = completeWeights(request.weights);
  const ranking = { participants, stored, comparison, applied: [], weights, questionOrder: [] };
  return bestScored(slots, request.limit, ranking).map(({ id, score, participant }) => ({
    id,
    score,
    pair: comparison.with(participant),
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
