import type { UnknownPolicy } from "../../request.ts";
import type { AppliedRule } from "../../rules/rule.ts";
import { excludes, type Standing } from "../rule-counts.ts";

/** Where some people stand by the rules: those who are left, and those whom exactly one rule excludes. By slot. */
export interface ChangedStandings {
  readonly allowed: Uint32Array;
  readonly nearMisses: Uint32Array;
}

/** What the rules make of some slots within all borders; whom several exclude is left out. */
export function changedStandings(
  slots: Uint32Array,
  { applied, policy }: { readonly applied: readonly AppliedRule[]; readonly policy: UnknownPolicy },
): ChangedStandings {
  const isExcluding = excludes(policy);
  const rules = applied.filter(({ rule }) => !rule.border);
  const standings = Array.from(slots, (slot) => standingOf(slot, rules, isExcluding));
  const those = (standing: Standing) => slots.filter((_, index) => standings[index] === standing);
  return { allowed: those("allowed"), nearMisses: those("nearMiss") };
}

function standingOf(
  slot: number,
  rules: readonly AppliedRule[],
  isExcluding: ReturnType<typeof excludes>,
): Standing {
  let excluding = 0;
  for (const { requirement } of rules) {
    if (isExcluding(requirement.judge(slot))) excluding += 1;
    if (excluding > 1) return "excluded";
  }
  return excluding === 0 ? "allowed" : "nearMiss";
}
