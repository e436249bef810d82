import type { TextLanguage } from "@jobbmatch/shared";
import { builtInRules } from "../rules/built-in-rules.ts";
import type { Audience, Rule } from "../rules/rule.ts";
import type { Assessment } from "./assessment.ts";
import { caseWorkerLines } from "./case-worker-lines.ts";
import { employerLines } from "./employer-lines.ts";
import { participantLines } from "./participant-lines.ts";

export interface RenderOptions {
  readonly audience: Audience;
  /** @default "sv" */
  readonly language?: TextLanguage;
  /** Rules of your own that the assessment may hold. A rule that is not known here is shown to case workers only. */
  readonly rules?: readonly Rule[];
}

/**
 * An assessment as lines of text. The case worker reads everything; the employer nothing of benefits, of eligibility,
 * of what a commitment is, of wishes, or of the profile's own words; the participant short sentences without numbers.
 *
 * @example
 * renderAssessment(candidate, { audience: "participant" }).join("\n");
 */
export function renderAssessment(assessment: Assessment, options: RenderOptions): string[] {
  const { audience, language = "sv", rules = [] } = options;
  const known = new Map([...builtInRules, ...rules].map((rule) => [rule.id, rule]));
  switch (audience) {
    case "caseWorker":
      return caseWorkerLines(assessment, known, language);
    case "employer":
      return employerLines(assessment, known, language);
    case "participant":
      return participantLines(assessment, known, language);
  }
}
