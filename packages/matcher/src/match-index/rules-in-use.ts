import { JobbmatchError, type PlacementTypeCatalogue } from "@jobbmatch/shared";
import { builtInRules } from "../rules/built-in-rules.ts";
import type { Rule } from "../rules/rule.ts";
import { withPlacementTypes } from "../rules/with-placement-types.ts";

/**
 * The built-in rules and then the caller's own, all with the caller's facts about placement types.
 *
 * @throws JobbmatchError `invalidRule` when two rules have the same id.
 */
export function rulesInUse(
  ownRules: readonly Rule[],
  placementTypes: PlacementTypeCatalogue | undefined,
): readonly Rule[] {
  const rules = uniqueRules([...builtInRules, ...ownRules]);
  return placementTypes === undefined ? rules : rules.map((rule) => withPlacementTypes(rule, placementTypes));
}

function uniqueRules(rules: readonly Rule[]): readonly Rule[] {
  const seen = new Set<string>();
  for (const { id } of rules) {
    if (seen.has(id))
      throw new JobbmatchError({ code: "invalidRule", id, message: "two rules have the same id" });
    seen.add(id);
  }
  return rules;
}
