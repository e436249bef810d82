import { type Participant, parseVacancy, type TextLanguage, type VacancyInput } from "@jobbmatch/shared";
import { assess, ruleOf } from "../pairs.ts";

/** The day of every match here, ISO date. */
export const date = "2026-03-01";

/**
 * What one rule says of a case, as somebody would read it: outcome, requirement, finding, then questions or remedies with
 * their ids.
 *
 * @param id the rule's.
 */
export function read(
  id: string,
  profile: Partial<Participant>,
  demand: Partial<VacancyInput>,
  language: TextLanguage = "sv",
): readonly string[] {
  const vacancy = parseVacancy({ id: "v1", version: 1, employer: "Storköket", title: "Kock", ...demand });
  if (!vacancy.ok) throw new TypeError("the test's vacancy is not valid");
  const participant = { id: "p1", unit: "unit-a", version: 1, ...profile };
  const context = { date, units: ["unit-a", "unit-b"] };
  const assessed = assess(ruleOf(id), { participant, vacancy: vacancy.value, context });
  if (assessed === undefined) return ["not asked"];
  const { required, found, questions = [], remedies = [] } = assessed.evidence;
  const steps = [...questions, ...remedies].map((step) => `${step.id} ${step.text[language]}`);
  return [assessed.outcome, required[language], found[language], ...steps];
}
