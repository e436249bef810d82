import type { OutcomeWords, RuleCounts } from "../columns/kernel/column-kernel.ts";
import { columnKernel } from "../columns/kernel/platform-kernel.ts";
import type { UnknownPolicy } from "../request.ts";
import { Bitset } from "../rules/bitset.ts";
import type { AppliedRule, Requirement } from "../rules/rule.ts";

/** How one rule narrowed the field. `pass + unknown + fail` is the number of people who were looked at in all. */
export interface FunnelStep {
  readonly rule: string;
  readonly pass: number;
  readonly unknown: number;
  readonly fail: number;
  /** How many are left after this rule and all before it. */
  readonly remaining: number;
}

/** From everybody whom the asker may see to those who are left, rule by rule. */
export interface Funnel {
  readonly total: number;
  readonly steps: readonly FunnelStep[];
  readonly remaining: number;
}

/** How many people one unknown answer keeps open. */
export interface OpenAnswer {
  readonly rule: string;
  /** People who are left and whose outcome is unknown. */
  readonly unknown: number;
  /** Those of them for whom nothing else is unknown: the answer alone would settle the match. */
  readonly settles: number;
}

export interface Selection {
  /** Slots that no rule excludes. */
  readonly allowed: Bitset;
  /** Slots that exactly one rule excludes. */
  readonly nearMisses: Bitset;
  readonly funnel: Funnel;
  readonly openAnswers: readonly OpenAnswer[];
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
  const allowed = Bitset.of(narrowed.allowed);
  return {
    allowed,
    nearMisses: Bitset.of(narrowed.excludedOnce),
    funnel: funnelOf(visible.count(), counted),
    openAnswers: openAnswersOf(counted),
  };
}

interface CountedRule extends RuleCounts {
  readonly rule: string;
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

function funnelOf(total: number, counted: readonly CountedRule[]): Funnel {
  const steps = counted.map(({ rule, pass, unknown, remaining }) => {
    return { rule, pass, unknown, fail: total - pass - unknown, remaining };
  });
  return { total, steps, remaining: steps.at(-1)?.remaining ?? total };
}

function openAnswersOf(counted: readonly CountedRule[]): OpenAnswer[] {
  return counted
    .map(({ rule, open, settles }) => ({ rule, unknown: open, settles }))
    .filter(({ unknown }) => unknown > 0)
    .sort((a, b) => b.settles - a.settles || b.unknown - a.unknown);
}
