import type { TextLanguage } from "@jobbmatch/shared";
import { describeMove } from "../ladder/ladder-move.ts";
import { features } from "../ranking/features/index.ts";
import type { Contribution } from "../ranking/scorer.ts";
import type { Outcome, Rule, RuleResult } from "../rules/rule.ts";
import type { Assessment } from "./assessment.ts";
import { caseWorkerPhrases } from "./phrases.ts";

/** Marks before a rule's name. */
export const outcomeMarks: Readonly<Record<Outcome, string>> = { pass: "✓", fail: "✗", unknown: "?" };

/** Everything: score, contributions, rules with evidence and quotes, questions, and what would change the matter. */
export function caseWorkerLines(
  { score, contributions, rules, questions, remedies, ladder }: Assessment,
  known: ReadonlyMap<string, Rule>,
  language: TextLanguage,
): string[] {
  const { match, question, remedy, ladder: ladderName } = caseWorkerPhrases;
  const move = describeMove(ladder);
  return [
    `${match[language]}: ${Math.round(score * 100)} %`,
    ...contributions.map((contribution) => contributionLine(contribution, language)),
    ...(move === undefined ? [] : [`${ladderName[language]}: ${move[language]}`]),
    ...rules.map((result) => ruleLine(result, known.get(result.rule), language)),
    ...questions.map(({ text }) => `${question[language]}: ${text[language]}`),
    ...remedies.map(({ text }) => `${remedy[language]}: ${text[language]}`),
  ];
}

function contributionLine({ feature, contribution, detail }: Contribution, language: TextLanguage): string {
  const name = features.find(({ id }) => id === feature)?.name[language] ?? feature;
  return `${name} +${Math.round(contribution * 100)}: ${detail[language]}`;
}

function ruleLine(
  { rule: id, outcome, evidence }: RuleResult,
  rule: Rule | undefined,
  language: TextLanguage,
): string {
  const { asked, readInAd } = caseWorkerPhrases;
  const { required, found, quote } = evidence;
  const cited = quote === undefined ? "" : ` (${readInAd[language]}: "${quote}")`;
  const name = rule?.name[language] ?? id;
  return `${outcomeMarks[outcome]} ${name}: ${asked[language]} ${required[language]}; ${found[language]}${cited}`;
}
