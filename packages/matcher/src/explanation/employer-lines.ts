import type { Localised, TextLanguage } from "@jobbmatch/shared";
import { features } from "../ranking/features/index.ts";
import type { Contribution } from "../ranking/scorer.ts";
import type { Rule, RuleResult } from "../rules/rule.ts";
import type { Assessment } from "./assessment.ts";
import { outcomeMarks } from "./case-worker-lines.ts";
import { caseWorkerPhrases, outcomePhrases } from "./phrases.ts";

/** From where on experience is worth a line, and from where on it is good. */
const someExperience = 0.3;
const goodExperience = 0.6;

const experiencePhrases = {
  some: { sv: "viss erfarenhet av liknande arbete", en: "some experience of similar work" },
  good: { sv: "god erfarenhet av liknande arbete", en: "good experience of similar work" },
} as const satisfies Readonly<Record<string, Localised>>;

/**
 * What an employer may read: score, how much of the asked skills and work is there, and how the rules came out. Never
 * the profile's own words, which may tell why there is a gap, and never a rule that reveals benefits or a decision.
 */
export function employerLines(
  { score, contributions, rules }: Assessment,
  known: ReadonlyMap<string, Rule>,
  language: TextLanguage,
): string[] {
  return [
    `${caseWorkerPhrases.match[language]}: ${Math.round(score * 100)} %`,
    ...contributions.flatMap((contribution) => contributionLine(contribution, language)),
    ...rules.flatMap((result) => ruleLine(result, known.get(result.rule), language)),
  ];
}

function contributionLine(contribution: Contribution, language: TextLanguage): string[] {
  const text = publicDetail(contribution);
  if (text === undefined) return [];
  const name = features.find(({ id }) => id === contribution.feature)?.name[language] ?? contribution.feature;
  return [`${name}: ${text[language]}`];
}

/** What of a contribution is no quote from the profile. */
function publicDetail({ feature, value, known, detail }: Contribution): Localised | undefined {
  if (!known) return undefined;
  switch (feature) {
    case "experience":
      if (value < someExperience) return undefined;
      return value < goodExperience ? experiencePhrases.some : experiencePhrases.good;
    // The names of skills and languages in these are the vacancy's own.
    case "skills":
    case "language":
      return detail;
    case "similarity":
    case "wish":
    case "schedule":
    case "distance":
      return undefined;
  }
}

function ruleLine(
  { outcome, evidence }: RuleResult,
  rule: Rule | undefined,
  language: TextLanguage,
): string[] {
  const disclosure = rule?.disclosure.employer ?? "hidden";
  if (rule === undefined || disclosure === "hidden") return [];
  const start = `${outcomeMarks[outcome]} ${rule.name[language]}`;
  if (disclosure === "outcome") return [`${start}: ${outcomePhrases[outcome][language]}`];
  const { required, found } = evidence;
  return [`${start}: ${caseWorkerPhrases.asked[language]} ${required[language]}; ${found[language]}`];
}
