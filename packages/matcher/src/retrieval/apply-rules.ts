import type { OutcomeWords } from "../columns/kernel/column-kernel.ts";
import { columnKernel } from "../columns/kernel/platform-kernel.ts";
import type { UnknownPolicy } from "../request.ts";
import { Bitset } from "../rules/bitset.ts";
import type { AppliedRule, Requirement } from "../rules/rule.ts";
import { type FunnelCounts, funnelCounts } from "./rule-counts.ts";

/** Whom the rules leave, and how they narrowed the field. */
export interface Selection extends FunnelCounts {
  /** Slots that no rule excludes. */
  readonly allowed: Bitset;
  /** Slots that exactly one rule excludes. */
  readonly nearMisses: Bitset;
}

/** Narrows everybody down by all rules, and keeps count of what each one did. */
export function applyRules(
  everyone: Bitset,
  applied: readonly AppliedRule[],
  policy: UnknownPolicy,
): Selection {
  const visible = withinBorders(everyone, applied);
  const rules = applied.filter(({ rule }) => !rule.border);
  const answers = rules.map(({ requirement }) => wordsOf(requirement));
  const narrowed = columnKernel.narrow(visible.words, answers, policy === "exclude");
  const counted = rules.flatMap(({ rule }, index) => {
    const counts = narrowed.counts[index];
    return counts === undefined ? [] : [{ rule: rule.id, ...counts }];
  });
  return {
    allowed: Bitset.of(narrowed.allowed),
    nearMisses: Bitset.of(narrowed.excludedOnce),
    ...funnelCounts(visible.count(), counted),
  };
}

function withinBorders(everyone: Bitset, applied: readonly AppliedRule[]): Bitset {
  const visible = everyone.clone();
  for (const { rule, requirement } of applied) {
    if (rule.border) visible.and(requirement.select().pass);
  }
  return visible;
}

function wordsOf(requirement: Requirement): OutcomeWords {
  const { pass, unknown } = requirement.select();
  return { pass: pass.words, unknown: unknown.words };
}
