import type { Question } from "../rules/rule.ts";

/** A question with how many pairs of person and vacancy its answer concerns. */
export interface TalliedQuestion extends Question {
  /** Id of the rule that lacks the answer. */
  readonly rule: string;
  /** Pairs that no rule excludes and for which nothing but this answer is open: the answer decides. */
  readonly settles: number;
  /** Pairs that no rule excludes and for which the answer is open, alone or among others. */
  readonly open: number;
}

/** Counts questions, and puts those first whose answers settle most. */
export class QuestionTally {
  readonly #questions = new Map<string, TalliedQuestion>();

  /** Takes in all that is open between one person and one vacancy. */
  add(questions: readonly { readonly rule: string; readonly question: Question }[]): void {
    for (const { rule, question } of questions) {
      const { settles = 0, open = 0 } = this.#questions.get(question.id) ?? {};
      this.#questions.set(question.id, {
        ...question,
        rule,
        settles: settles + (questions.length === 1 ? 1 : 0),
        open: open + 1,
      });
    }
  }

  /** The first `limit` questions. */
  best(limit: number): TalliedQuestion[] {
    return [...this.#questions.values()].sort(byWorth).slice(0, limit);
  }
}

function byWorth(a: TalliedQuestion, b: TalliedQuestion): number {
  return b.settles - a.settles || b.open - a.open || (a.id < b.id ? -1 : 1);
}
