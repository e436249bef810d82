import type { TextLanguage } from "@jobbmatch/shared";
import type { FeatureId } from "../ranking/feature.ts";
import { features } from "../ranking/features/index.ts";
import type { Contribution } from "../ranking/scorer.ts";
import { builtInRules } from "../rules/built-in-rules.ts";
import type { Audience, Outcome, Rule, RuleResult } from "../rules/rule.ts";
import type { Assessment } from "./assessment.ts";
import { phrases } from "./phrases.ts";

export interface RenderOptions {
  readonly audience: Audience;
  /** @default "sv" */
  readonly language?: TextLanguage;
  /** Rules of your own that the assessment may hold. A rule that is not known here is shown to case workers only. */
  readonly rules?: readonly Rule[];
}

/** Features whose details an employer may read; the others quote wishes or circumstances. */
const employerFeatures: ReadonlySet<FeatureId> = new Set(["experience", "skills", "language"]);
/** Contributions smaller than this share of the score are not worth a line. */
const worthMentioning = 0.02;

/**
 * An assessment as lines of text. The case worker reads everything; the employer nothing of eligibility, of what a
 * commitment is, or of wishes; the participant reads plain words without numbers.
 *
 * @example
 * renderAssessment(candidate, { audience: "participant" }).join("\n");
 */
export function renderAssessment(assessment: Assessment, options: RenderOptions): string[] {
  const { audience, language = "sv", rules = [] } = options;
  const known = new Map([...builtInRules, ...rules].map((rule) => [rule.id, rule]));
  return [
    ...scoreLines(assessment, audience, language),
    ...reasonLines(assessment.contributions, audience, language),
    ...assessment.rules.flatMap((result) =>
      ruleLines(result, { audience, language, rule: known.get(result.rule) }),
    ),
    ...(audience === "employer" ? [] : openLines(assessment, language)),
  ];
}

function scoreLines({ score }: Assessment, audience: Audience, language: TextLanguage): string[] {
  return audience === "participant" ? [] : [`${phrases.match[language]}: ${Math.round(score * 100)} %`];
}

function reasonLines(
  contributions: readonly Contribution[],
  audience: Audience,
  language: TextLanguage,
): string[] {
  return contributions
    .filter(({ feature }) => audience === "caseWorker" || employerFeatures.has(feature))
    .filter(
      ({ known, contribution }) => audience === "caseWorker" || (known && contribution >= worthMentioning),
    )
    .map(({ feature, contribution, detail }) => {
      const name = features.find(({ id }) => id === feature)?.name[language] ?? feature;
      const share = audience === "caseWorker" ? ` +${Math.round(contribution * 100)}` : "";
      return `${name}${share}: ${detail[language]}`;
    });
}

const marks: Readonly<Record<Outcome, string>> = { pass: "✓", fail: "✗", unknown: "?" };

interface RuleReader {
  readonly audience: Audience;
  readonly language: TextLanguage;
  readonly rule: Rule | undefined;
}

function ruleLines(result: RuleResult, { audience, language, rule }: RuleReader): string[] {
  const disclosure = rule?.disclosure[audience] ?? (audience === "caseWorker" ? "full" : "hidden");
  if (disclosure === "hidden") return [];
  const name = rule?.name[language] ?? result.rule;
  const mark = marks[result.outcome];
  if (disclosure === "outcome") return [`${mark} ${name}: ${phrases.outcome[result.outcome][language]}`];
  const { required, found, quote } = result.evidence;
  const cited =
    quote === undefined || audience === "participant" ? "" : ` (${phrases.readInAd[language]}: "${quote}")`;
  return [`${mark} ${name}: ${phrases.asked[language]} ${required[language]}; ${found[language]}${cited}`];
}

function openLines({ questions, remedies }: Assessment, language: TextLanguage): string[] {
  return [
    ...questions.map(({ text }) => `${phrases.question[language]}: ${text[language]}`),
    ...remedies.map(({ text }) => `${phrases.remedy[language]}: ${text[language]}`),
  ];
}
