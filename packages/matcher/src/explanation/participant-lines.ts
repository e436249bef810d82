import type { Localised, TextLanguage } from "@jobbmatch/shared";
import { capitalise } from "../rules/localised-text.ts";
import type { Outcome, Rule, RuleResult } from "../rules/rule.ts";
import type { Assessment } from "./assessment.ts";
import { participantPhrases, participantReasons, participantVerdicts } from "./phrases.ts";
import { toSecondPerson } from "./second-person.ts";

/** A feature from this value on speaks for the place. */
const speaksFor = 0.5;
/** The most reasons that are given: more are not read. */
const shownReasons = 3;

/** Short sentences and common words, said to the person: whether it fits, why, what to answer, what to do. */
export function participantLines(
  assessment: Assessment,
  known: ReadonlyMap<string, Rule>,
  language: TextLanguage,
): string[] {
  const rules = assessment.rules.filter(({ rule }) => known.get(rule)?.disclosure.participant === "full");
  const { reason, question, remedy, missing, proposal, stepDown } = participantPhrases;
  const line = (label: Localised) => (text: Localised) => `${label[language]}: ${text[language]}`;
  return [
    participantVerdicts[verdictOf(assessment.rules)][language],
    ...(assessment.ladder.direction === "down" ? [stepDown[language]] : []),
    ...reasonsOf(assessment).map(line(reason)),
    ...rules.flatMap(missingWithoutRemedy).map(line(missing)),
    ...rules
      .flatMap(({ evidence }) => evidence.remedies ?? [])
      .map(({ text }) => line(remedy)(sentence(text))),
    ...rules
      .flatMap(({ evidence }) => evidence.questions ?? [])
      .map(({ text }) => line(question)(toSecondPerson(text))),
    proposal[language],
  ];
}

function verdictOf(rules: readonly RuleResult[]): Outcome {
  const outcomes = rules.map(({ outcome }) => outcome);
  if (outcomes.includes("fail")) return "fail";
  return outcomes.includes("unknown") ? "unknown" : "pass";
}

/** A feature speaks for nothing that a rule of the same name denies. */
function reasonsOf({ contributions, rules }: Assessment): Localised[] {
  const denied = new Set(rules.filter(({ outcome }) => outcome !== "pass").map(({ rule }) => rule));
  return [...contributions]
    .filter(({ feature, known, value }) => known && value >= speaksFor && !denied.has(feature))
    .sort((a, b) => b.contribution - a.contribution)
    .slice(0, shownReasons)
    .map(({ feature }) => participantReasons[feature]);
}

function missingWithoutRemedy({ outcome, evidence }: RuleResult): Localised[] {
  const hasRemedy = (evidence.remedies ?? []).length > 0;
  return outcome === "fail" && !hasRemedy ? [sentence(evidence.found)] : [];
}

function sentence(text: Localised): Localised {
  const { sv, en } = capitalise(text);
  return { sv: `${sv}.`, en: `${en}.` };
}
