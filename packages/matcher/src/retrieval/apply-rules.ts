import type { UnknownPolicy } from "../request.ts";
import { Bitset } from "../rules/bitset.ts";
import type { AppliedRule, Rule } from "../rules/rule.ts";

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
  const outcomes = applied.filter(({ rule }) => !rule.border).map((each) => outcomesOf(each, visible));
  const allowed = visible.clone();
  const excludedOnce = new Bitset();
  const excludedAgain = new Bitset();
  const steps: FunnelStep[] = [];
  for (const { rule, pass, unknown, fail } of outcomes) {
    const excluded = policy === "keep" ? fail : fail.clone().or(unknown);
    excludedAgain.or(excludedOnce.clone().and(excluded));
    excludedOnce.or(excluded);
    allowed.andNot(excluded);
    steps.push({
      rule: rule.id,
      pass: pass.count(),
      unknown: unknown.count(),
      fail: fail.count(),
      remaining: allowed.count(),
    });
  }
  return {
    allowed,
    nearMisses: excludedOnce.andNot(excludedAgain),
    funnel: { total: visible.count(), steps, remaining: allowed.count() },
    openAnswers: openAnswersOf(allowed, outcomes),
  };
}

interface RuleOutcomes {
  readonly rule: Rule;
  readonly pass: Bitset;
  readonly unknown: Bitset;
  readonly fail: Bitset;
}

function withinBorders(everyone: Bitset, applied: readonly AppliedRule[]): Bitset {
  const visible = everyone.clone();
  for (const { rule, requirement } of applied) {
    if (!rule.border) continue;
    visible.and(requirement.select().pass);
  }
  return visible;
}

function outcomesOf({ rule, requirement }: AppliedRule, visible: Bitset): RuleOutcomes {
  const answer = requirement.select();
  const pass = answer.pass.clone().and(visible);
  const unknown = answer.unknown.clone().and(visible);
  return { rule, pass, unknown, fail: visible.clone().andNot(pass).andNot(unknown) };
}

function openAnswersOf(allowed: Bitset, outcomes: readonly RuleOutcomes[]): OpenAnswer[] {
  const once = new Bitset();
  const again = new Bitset();
  for (const { unknown } of outcomes) {
    again.or(once.clone().and(unknown));
    once.or(unknown);
  }
  const single = once.andNot(again).and(allowed);
  return outcomes
    .map(({ rule, unknown }) => ({
      rule: rule.id,
      unknown: unknown.clone().and(allowed).count(),
      settles: unknown.clone().and(single).count(),
    }))
    .filter(({ unknown }) => unknown > 0)
    .sort((a, b) => b.settles - a.settles || b.unknown - a.unknown);
}
