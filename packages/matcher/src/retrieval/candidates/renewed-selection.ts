import type { SlotChanges } from "../../columns/changed-slots.ts";
import type { UnknownPolicy } from "../../request.ts";
import type { AppliedRule, Outcome, Requirement } from "../../rules/rule.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import { type FunnelCounts, RuleTally } from "../rule-counts.ts";

/** The funnel as it is now, and where those who have changed stand. */
export interface RenewedSelection extends FunnelCounts {
  /** Slots that have changed and that no rule excludes now. */
  readonly allowed: Uint32Array;
  /** Slots that have changed and that exactly one rule excludes now. */
  readonly nearMisses: Uint32Array;
}

export interface ChangedPeople {
  readonly participants: Pick<ParticipantStore, "everyone" | "former">;
  /** Of which it is known what was there before. */
  readonly changed: SlotChanges;
  readonly applied: readonly AppliedRule[];
  readonly policy: UnknownPolicy;
}

/** Brings a funnel up to date by those who have changed alone: as they were they are taken out, as they are they are counted. */
export function renewedSelection(former: FunnelCounts, people: ChangedPeople): RenewedSelection {
  const { participants, changed, policy } = people;
  const rules = inTwo(people.applied);
  const tally = RuleTally.from(former, policy);
  const slots = { allowed: [] as number[], nearMiss: [] as number[], excluded: [] as number[] };
  for (const [slot, change] of changed) {
    if (participants.former.wasHeld(change)) {
      const before = outcomesOf(rules, (requirement) => requirement.judgeFormer(change));
      if (before !== undefined) tally.remove(before);
    }
    if (!participants.everyone.has(slot)) continue;
    const now = outcomesOf(rules, (requirement) => requirement.judge(slot));
    if (now !== undefined) slots[tally.add(now)].push(slot);
  }
  const { allowed, nearMiss } = slots;
  return { ...tally.counts, allowed: Uint32Array.from(allowed), nearMisses: Uint32Array.from(nearMiss) };
}

interface BordersAndRules {
  readonly borders: readonly Requirement[];
  readonly others: readonly Requirement[];
}

function inTwo(applied: readonly AppliedRule[]): BordersAndRules {
  const requirementsOf = (isBorder: boolean) =>
    applied.filter(({ rule }) => rule.border === isBorder).map(({ requirement }) => requirement);
  return { borders: requirementsOf(true), others: requirementsOf(false) };
}

/** What each rule says of somebody; nothing of somebody beyond a border. */
function outcomesOf(
  { borders, others }: BordersAndRules,
  judge: (requirement: Requirement) => Outcome,
): readonly Outcome[] | undefined {
  return borders.every((border) => judge(border) === "pass") ? others.map(judge) : undefined;
}
