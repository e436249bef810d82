import type { SlotChanges } from "../../columns/changed-slots.ts";
import type { CompleteMatchRequest } from "../../request.ts";
import type { Bitset } from "../../rules/bitset.ts";
import type { AppliedRule } from "../../rules/rule.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import type { Selection } from "../apply-rules.ts";
import type { BestSlots } from "./best-slots.ts";
import type { FoundList } from "./found-list.ts";
import type { RememberedList } from "./remembered-lists.ts";
import { renewedBest } from "./renewed-best.ts";
import { type RenewedSelection, renewedSelection } from "./renewed-selection.ts";

/** So many changed people can be judged one by one in the time in which the rules are asked about everybody among 100,000. */
const mostJudged = 128;

export interface ListRenewal {
  readonly participants: ParticipantStore;
  /** Since the list was found. */
  readonly changed: SlotChanges;
  readonly applied: readonly AppliedRule[];
  readonly request: CompleteMatchRequest;
  /** All whom the rules leave; asked for only when those who have changed don't suffice. */
  readonly selected: () => Selection;
  readonly search: () => BestSlots;
}

/** Brings a list up to date: by those who have changed, and by others where somebody has left it and nobody spare is left. */
export function renewedList(former: RememberedList, renewal: ListRenewal): FoundList {
  const { changed, request, selected, search } = renewal;
  const { funnel, openAnswers, allowed, nearMisses } = selectionOf(former, renewal);
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
  if (changed.size <= mostJudged && participants.former.isKnownFrom(former.revision, revision))
    return renewedSelection(former, { participants, changed, applied, policy: request.unknown });
  const { funnel, openAnswers, allowed, nearMisses } = selected();
  return { funnel, openAnswers, allowed: within(changed, allowed), nearMisses: within(changed, nearMisses) };
}

function within(changed: SlotChanges, set: Bitset): Uint32Array {
  return Uint32Array.from([...changed.keys()].filter((slot) => set.has(slot)));
}
