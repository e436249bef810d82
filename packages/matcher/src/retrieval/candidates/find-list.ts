import { completeWeights } from "../../ranking/scorer.ts";
import type { CompleteMatchRequest } from "../../request.ts";
import type { AppliedRule } from "../../rules/rule.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import type { StoredVacancy } from "../../store/vacancy-store.ts";
import type { VectorStore } from "../../vector-index/vector-store.ts";
import { applyRules, type Selection } from "../apply-rules.ts";
import { Comparison } from "../compare.ts";
import { once } from "../once.ts";
import { SlotScorer } from "../slot-scorer.ts";
import { BestSlots } from "./best-slots.ts";
import type { FoundList } from "./found-list.ts";
import { packedList } from "./packed-list.ts";
import type { RememberedLists } from "./remembered-lists.ts";
import { spareFor } from "./renewed-best.ts";
import { renewedList } from "./renewed-list.ts";

/** What lists are found in. */
export interface ListIndex {
  readonly participants: ParticipantStore;
  readonly vectors: VectorStore;
  readonly remembered: RememberedLists;
}

export interface ListSearch {
  readonly request: CompleteMatchRequest;
  readonly applied: readonly AppliedRule[];
  /** Whether the list may be asked for again: then it is remembered, with some people to replace those who leave it. @default true */
  readonly isLasting?: boolean;
  /** Whether it is asked what the rules left; otherwise that may be as it was at an earlier moment. @default true */
  readonly isCounted?: boolean;
}

/** Finds who is on a vacancy's list, with as little work as what is remembered allows. */
export function findList(
  index: ListIndex,
  stored: StoredVacancy,
  { request, applied, isLasting = true, isCounted = true }: ListSearch,
): FoundList {
  const { participants, remembered } = index;
  const selected = once(() => applyRules(participants.everyone, applied, request.unknown));
  const search = once(() => searchFor(index, stored, request));
  // A forced plan searches, and leaves what is remembered as it is.
  if (!isLasting || request.plan !== undefined) return findAnew(selected(), request, search());
  const former = remembered.get(stored, request);
  const changed = former && participants.changes.since(former.revisions[isCounted ? "counted" : "listed"]);
  if (former !== undefined && changed?.size === 0)
    return listOf({ ...former, foundBy: "remembered" }, request);
  const found =
    former === undefined || changed === undefined
      ? findAnew(selected(), withSpare(request), search())
      : renewedList(former, { participants, changed, applied, request, isCounted, selected, search });
  const { revision } = participants.changes;
  const isAnew = isCounted || former === undefined || changed === undefined;
  const counted = isAnew ? revision : former.revisions.counted;
  remembered.set(stored, request, packedList(found), { listed: revision, counted });
  return listOf(found, request);
}

/** What was asked for of a list on which more may have been found. */
function listOf(found: FoundList, { limit, nearMisses }: Limits): FoundList {
  return {
    ...found,
    candidates: found.candidates.slice(0, limit),
    nearMisses: found.nearMisses.slice(0, nearMisses),
  };
}

function searchFor(
  { participants, vectors }: ListIndex,
  stored: StoredVacancy,
  { date, weights, plan }: CompleteMatchRequest,
): BestSlots {
  const comparison = new Comparison(vectors, stored, date);
  const scorer = new SlotScorer(participants, stored, { weights: completeWeights(weights), date });
  return new BestSlots({ participants, vectors }, stored, { scorer, comparison, plan });
}

type Limits = Pick<CompleteMatchRequest, "limit" | "nearMisses">;

function withSpare({ limit, nearMisses }: Limits): Limits {
  return { limit: limit + spareFor(limit), nearMisses: nearMisses + spareFor(nearMisses) };
}

function findAnew(
  { allowed, nearMisses, funnel, openAnswers }: Selection,
  request: Limits,
  search: BestSlots,
): FoundList {
  const candidates = search.best(allowed, request.limit);
  const foundBy = search.plan;
  return {
    candidates,
    nearMisses: search.best(nearMisses, request.nearMisses),
    funnel,
    openAnswers,
    foundBy,
  };
}
