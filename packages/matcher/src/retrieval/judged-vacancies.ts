import type { Scored } from "../ranking/rank.ts";
import type { CompleteMatchRequest, UnknownPolicy } from "../request.ts";
import type { AppliedRule } from "../rules/rule.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import { ParticipantTexts } from "./participant-texts.ts";
import type { PreparedVacancy } from "./prepared-vacancies.ts";
import type { SearchIndex } from "./top-candidates.ts";

/** How one vacancy comes out for one participant, without a word of explanation. */
export interface JudgedVacancy extends Scored {
  readonly stored: StoredVacancy;
  readonly applied: readonly AppliedRule[];
  /** Whether a border hides the two from each other. */
  readonly hidden: boolean;
  /** Ids of the rules that close the vacancy. */
  readonly blocking: readonly string[];
  /** The rules that lack knowledge. */
  readonly unknown: readonly AppliedRule[];
}

/** Judges and scores every vacancy for the participant in a slot, by the same numbers as `topCandidates`. */
export function judgedVacancies(
  { participants, vectors, prepared }: SearchIndex,
  slot: number,
  vacancies: Iterable<StoredVacancy>,
  request: CompleteMatchRequest,
): JudgedVacancy[] {
  const texts = new ParticipantTexts(participants, vectors, slot);
  const judged: JudgedVacancy[] = [];
  for (const vacancy of prepared.of(vacancies, request)) {
    const score = vacancy.scorer.score(slot, texts.comparedWith(vacancy.stored));
    judged.push({ ...judge(vacancy, slot, request.unknown), score });
  }
  return judged;
}

function judge(
  { stored, applied }: PreparedVacancy,
  slot: number,
  policy: UnknownPolicy,
): Omit<JudgedVacancy, "score"> {
  const blocking: string[] = [];
  const unknown: AppliedRule[] = [];
  let hidden = false;
  for (const each of applied) {
    const { rule, requirement } = each;
    const outcome = requirement.judge(slot);
    if (outcome === "pass") continue;
    if (rule.border) hidden = true;
    if (outcome === "unknown") unknown.push(each);
    if (outcome === "fail" || policy === "exclude") blocking.push(rule.id);
  }
  return { id: stored.vacancy.id, stored, applied, hidden, blocking, unknown };
}
