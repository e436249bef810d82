import type { Localised, RequirementSource } from "@jobbmatch/shared";
import { joinAll, joinAny, localise } from "./localised-text.ts";
import type { Evidence, Outcome, Question, Remedy } from "./rule.ts";

/** Where a requirement comes from, and the sentence if it was read in running text. */
export interface Provenance {
  readonly source: RequirementSource;
  readonly evidence?: string | undefined;
}

/** "All of (any of …)": every group must be met, by any one of its alternatives. */
export interface RequirementGroup<Alternative> extends Provenance {
  readonly anyOf: readonly Alternative[];
}

type Groups<Alternative> = readonly RequirementGroup<Alternative>[];
type Judge<Alternative> = (alternative: Alternative) => Outcome;

/** Three-valued "or": one pass is enough; failing that, one unknown keeps the question open. Makes no lists, to be fast. */
function anyOutcome<Item>(items: readonly Item[], judge: (item: Item) => Outcome): Outcome {
  let outcome: Outcome = "fail";
  for (const item of items) {
    const one = judge(item);
    if (one === "pass") return "pass";
    if (one === "unknown") outcome = "unknown";
  }
  return outcome;
}

/** Three-valued "and": one failure decides; failing that, one unknown keeps the question open. */
export function allOutcomes<Item>(items: readonly Item[], judge: (item: Item) => Outcome): Outcome {
  let outcome: Outcome = "pass";
  for (const item of items) {
    const one = judge(item);
    if (one === "fail") return "fail";
    if (one === "unknown") outcome = "unknown";
  }
  return outcome;
}

/** The outcome of all groups together. */
export function judgeGroups<Alternative>(groups: Groups<Alternative>, judge: Judge<Alternative>): Outcome {
  return allOutcomes(groups, (group) => anyOutcome(group.anyOf, judge));
}

/** The groups that came out as given, for questions and remedies. */
export function groupsWith<Alternative>(
  outcome: Outcome,
  groups: Groups<Alternative>,
  judge: Judge<Alternative>,
): Groups<Alternative> {
  return groups.filter((group) => anyOutcome(group.anyOf, judge) === outcome);
}

/** How a rule words what would settle or change one group. */
export interface GroupTexts<Alternative> {
  readonly questionsFor: (group: RequirementGroup<Alternative>) => readonly Question[];
  /** `undefined` when nothing that the person does could help. */
  readonly remedyFor: (group: RequirementGroup<Alternative>) => Remedy | undefined;
}

/**
 * The part of the evidence that says what to do: questions while the outcome is unknown; when it is a failure,
 * the remedies that together lead to a pass, or none if one of the failing groups is beyond remedy.
 */
export function settleGroups<Alternative>(
  groups: Groups<Alternative>,
  judge: Judge<Alternative>,
  { questionsFor, remedyFor }: GroupTexts<Alternative>,
): Pick<Evidence, "questions" | "remedies"> {
  const outcome = judgeGroups(groups, judge);
  if (outcome === "pass") return {};
  const open = groupsWith(outcome, groups, judge);
  if (outcome === "unknown") return { questions: uniqueById(open.flatMap(questionsFor)) };
  const remedies = open.map(remedyFor).filter((remedy) => remedy !== undefined);
  return remedies.length === open.length ? { remedies: uniqueById(remedies) } : {};
}

/** One of each id, since equal ids are the same question or remedy. */
export function uniqueById<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

/** Groups as text: "B eller C1, och CE". */
export function describeGroups<Alternative>(
  groups: Groups<Alternative>,
  nameOf: (alternative: Alternative) => Localised,
): Localised {
  const texts = groups.map((group) => joinAny(group.anyOf.map(nameOf)));
  if (groups.every(({ anyOf }) => anyOf.length === 1)) return joinAll(texts);
  const separator = { sv: ", och ", en: ", and " };
  return localise((language) => texts.map((text) => text[language]).join(separator[language]));
}

/** Where requirements come from: recognised as soon as one of them was read in running text, with its sentence. */
export function provenanceOf(requirements: readonly Provenance[]): {
  source: RequirementSource;
  quote?: string;
} {
  const recognised = requirements.filter(({ source }) => source === "recognised");
  if (recognised.length === 0) return { source: "stated" };
  const quotes = recognised.map(({ evidence }) => evidence).filter((quote) => quote !== undefined);
  return quotes.length === 0
    ? { source: "recognised" }
    : { source: "recognised", quote: [...new Set(quotes)].join(" … ") };
}

/** Groups with the same alternatives are judged alike, wherever they come from. */
export function keyOfGroups(groups: Groups<unknown>): string {
  return JSON.stringify(groups.map(({ anyOf }) => anyOf));
}
