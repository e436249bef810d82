import type { UnknownPolicy } from "../../request.ts";
import type { AppliedRule } from "../../rules/rule.ts";
import { excludes, type Standing } from "../rule-counts.ts";

/** Where some people stand by the rules: those who are left, and those whom exactly one rule excludes. By slot. */
export interface ChangedStandings {
  readonly allowed: Uint32Array;
  readonly nearMisses: Uint32Array;
}

/** What the rules make of some slots that hold somebody; whom several exclude, or a border hides, is left out. */
export function changedStandings(
  slots: Uint32Array,
  { applied, policy }: { readonly applied: readonly AppliedRule[]; readonly policy: UnknownPolicy },
): ChangedStandings {
  const isExcluding = excludes(policy);
  const standings = Array.from(slots, (slot) => standingOf(slot, applied, isExcluding));
  const those = (standing: Standing) => slots.filter((_, index) => standings[index] === standing);
  return { allowed: those("allowed"), nearMisses: those("nearMiss") };
}

function standingOf(
  slot: number,
  applied: readonly AppliedRule[],
  isExcluding: ReturnType<typeof excludes>,
): Standing {
  let excluding = 0;
  for (const { rule, requirement } of applied) {
    const outcome = requirement.judge(slot);
    if (rule.border ? outcome === "pass" : !isExcluding(outcome)) continue;
    excluding += 1;
    if (rule.border || excluding > 1) return "excluded";
  }
  return excluding === 0 ? "allowed" : "nearMiss";
}
