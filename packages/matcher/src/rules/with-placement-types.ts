import type { PlacementTypeCatalogue } from "@jobbmatch/shared";
import type { FactColumn, MatchContext, Rule } from "./rule.ts";

/** The same rule, for which other facts about placement types hold than those of `@jobbmatch/shared`. */
export function withPlacementTypes(rule: Rule, placementTypes: PlacementTypeCatalogue): Rule {
  const within = (context: MatchContext): MatchContext => ({ ...context, placementTypes });
  return {
    ...rule,
    createColumn: () => columnWithin(rule.createColumn(), within),
    relaxationsOf: (vacancy, context) => rule.relaxationsOf(vacancy, within(context)),
  };
}

function columnWithin(column: FactColumn, within: (context: MatchContext) => MatchContext): FactColumn {
  return {
    prepare: (participant) => column.prepare(participant),
    remove: (slot) => column.remove(slot),
    keepFormer: (slot, change) => column.keepFormer(slot, change),
    forgetFormer: () => column.forgetFormer(),
    image: () => column.image(),
    restore: (image) => column.restore(image),
    compile: (vacancy, context) => column.compile(vacancy, within(context)),
  };
}
