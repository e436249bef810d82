import type { SlotChanges } from "../../columns/changed-slots.ts";
import type { CompleteMatchRequest } from "../../request.ts";
import type { Bitset } from "../../rules/bitset.ts";
import type { AppliedRule } from "../../rules/rule.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import type { Selection } from "../apply-rules.ts";
import type { BestSlots, ScoredSlot } from "./best-slots.ts";
import { type ChangedStandings, changedStandings } from "./changed-standings.ts";
import type { FoundList } from "./found-list.ts";
import type { RememberedList } from "./remembered-lists.ts";
import { renewedBest } from "./renewed-best.ts";
import { type RenewedSelection, renewedSelection } from "./renewed-selection.ts";

/** So many changed people can be judged one by one in the time in which the rules are asked about everybody among 100,000. */
const mostJudged = 128;

export interface ListRenewal {
  readonly participants: ParticipantStore;
  /** Since the list was found, or since it was counted if that is asked for. */
  readonly changed: SlotChanges;
  readonly applied: readonly AppliedRule[];
  readonly request: CompleteMatchRequest;
  /** Whether the funnel is brought up to date too, which takes judging all who have changed; otherwise it stays as it was. */
  readonly isCounted: boolean;
  /** All whom the rules leave; asked for only when those who have changed don't suffice. */
  readonly selected: () => Selection;
  readonly search: () => BestSlots;
}

/** Brings a list up to date: by those who have changed, and by others where somebody has left it and nobody spare is left. */
export function renewedList(former: RememberedList, renewal: ListRenewal): FoundList {
  const { changed, request, isCounted, selected, search } = renewal;
  const { funnel, openAnswers, allowed, nearMisses } = isCounted
    ? selectionOf(former, renewal)
    : { ...former, ...standingsOf(former, renewal) };
  return {
    candidates: renewedBest(
      {
        best: former.candidates,
        limit: request.limit,
        changed,
        changedWithin: allowed,
        all: () => selected().allowed,
      },
      search,
    ),
    nearMisses: renewedBest(
      {
        best: former.nearMisses,
        limit: request.nearMisses,
        changed,
        changedWithin: nearMisses,
        all: () => selected().nearMisses,
      },
      search,
    ),
    funnel,
    openAnswers,
    foundBy: "remembered",
  };
}

/** By those who have changed, where it is known what they were before; else the rules are asked about everybody. */
function selectionOf(
  former: RememberedList,
  { participants, changed, applied, request, selected }: ListRenewal,
): RenewedSelection {
  const { revision } = participants.changes;
  if (changed.size <= mostJudged && participants.former.isKnownFrom(former.revisions.counted, revision))
    return renewedSelection(former, { participants, changed, applied, policy: request.unknown });
  const { funnel, openAnswers, allowed, nearMisses } = selected();
  return { funnel, openAnswers, allowed: within(changed, allowed), nearMisses: within(changed, nearMisses) };
}

/** Where those stand now who have changed and may come before the last one of either list: all rules are dearer than a bound of the score. */
function standingsOf(
  { candidates, nearMisses }: RememberedList,
  { participants, changed, applied, request, search }: ListRenewal,
): ChangedStandings {
  const least = Math.min(leastOf(candidates, request.limit), leastOf(nearMisses, request.nearMisses));
  const visible = within(changed, participants.everyone, ...bordersOf(applied));
  const able = search().reaching(visible, least);
  return changedStandings(able, { applied, policy: request.unknown });
}

/** The score that it takes to come before the last one; any where there is room. */
function leastOf(best: readonly ScoredSlot[], limit: number): number {
  if (limit === 0) return Number.POSITIVE_INFINITY;
  return best.length < limit ? Number.NEGATIVE_INFINITY : (best.at(-1)?.score ?? Number.NEGATIVE_INFINITY);
}

/** Those who pass each border. Few ask beyond the same borders, so the sets are at hand. */
function bordersOf(applied: readonly AppliedRule[]): Bitset[] {
  return applied.flatMap(({ rule, requirement }) => (rule.border ? [requirement.select().pass] : []));
}

function within(changed: SlotChanges, ...sets: readonly Bitset[]): Uint32Array {
  return Uint32Array.from(changed.keys()).filter((slot) => sets.every((set) => set.has(slot)));
}
