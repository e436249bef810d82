import type { Localised, RequirementSource } from "@jobbmatch/shared";
import type { Outcome } from "./rule.ts";

/** "All of (any of …)": every group must be met, by any one of its alternatives. */
export interface RequirementGroup<Alternative> {
  readonly anyOf: readonly Alternative[];
  readonly source: RequirementSource;
  readonly evidence?: string | undefined;
}

/** Three-valued "or": one pass is enough; failing that, one unknown keeps the question open. */
export function anyOutcome(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes("pass")) return "pass";
  return outcomes.includes("unknown") ? "unknown" : "fail";
}

/** Three-valued "and": one failure decides; failing that, one unknown keeps the question open. */
export function allOutcomes(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes("fail")) return "fail";
  return outcomes.includes("unknown") ? "unknown" : "pass";
}

/** The outcome of all groups together. */
export function judgeGroups<Alternative>(
  groups: readonly RequirementGroup<Alternative>[],
  judge: (alternative: Alternative) => Outcome,
): Outcome {
  return allOutcomes(groups.map((group) => anyOutcome(group.anyOf.map(judge))));
}

/** The groups that came out as given, for questions and remedies. */
export function groupsWith<Alternative>(
  outcome: Outcome,
  groups: readonly RequirementGroup<Alternative>[],
  judge: (alternative: Alternative) => Outcome,
): readonly RequirementGroup<Alternative>[] {
  return groups.filter((group) => anyOutcome(group.anyOf.map(judge)) === outcome);
}

/** Groups as text: "B eller C1, och CE". */
export function describeGroups<Alternative>(
  groups: readonly RequirementGroup<Alternative>[],
  nameOf: (alternative: Alternative) => Localised,
): Localised {
  return joinAll(groups.map((group) => joinAny(group.anyOf.map(nameOf))));
}

/** "x eller y" / "x or y". */
export function joinAny(texts: readonly Localised[]): Localised {
  return { sv: texts.map(({ sv }) => sv).join(" eller "), en: texts.map(({ en }) => en).join(" or ") };
}

/** "x och y" / "x and y". */
export function joinAll(texts: readonly Localised[]): Localised {
  return { sv: texts.map(({ sv }) => sv).join(" och "), en: texts.map(({ en }) => en).join(" and ") };
}

/** Where the groups come from: recognised as soon as one of them was read in running text, with its sentence. */
export function provenanceOf(groups: readonly RequirementGroup<unknown>[]): {
  source: RequirementSource;
  quote?: string;
} {
  const recognised = groups.filter(({ source }) => source === "recognised");
  if (recognised.length === 0) return { source: "stated" };
  const quotes = recognised.map(({ evidence }) => evidence).filter((quote) => quote !== undefined);
  return quotes.length === 0
    ? { source: "recognised" }
    : { source: "recognised", quote: [...new Set(quotes)].join(" … ") };
}
