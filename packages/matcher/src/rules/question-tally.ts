import type { AppliedRule, Question } from "./rule.ts";

/** A question with how many pairs of person and vacancy its answer concerns. */
export interface TalliedQuestion extends Question {
  /** Id of the rule that lacks the answer. */
  readonly rule: string;
  /** Pairs that no rule excludes and for which nothing but this answer is open: the answer decides. */
  readonly settles: number;
  /** Pairs that no rule excludes and for which the answer is open, alone or among others. */
  readonly open: number;
}

/** A question that is open between one person and one vacancy, with the id of the rule that lacks the answer. */
export interface OpenQuestion {
  readonly rule: string;
  readonly question: Question;
}

/** What to ask so that the rules, which all lack knowledge of whoever is in the slot, can tell. */
export function openQuestions(unknown: readonly AppliedRule[], slot: number): OpenQuestion[] {
  return unknown.flatMap(({ rule, requirement }) =>
    (requirement.explain(slot).questions ?? []).map((question) => ({ rule: rule.id, question })),
  );
}

interface CountedQuestion {
  latest: OpenQuestion;
  settles: number;
  open: number;
}

/** Counts questions, and puts those first whose answers settle most. */
export class QuestionTally {
  readonly #counted = new Map<string, CountedQuestion>();

  /** Takes in all that is open between one person and one vacancy. */
  add(questions: readonly OpenQuestion[]): void {
    for (const each of questions) {
      const counted = this.#countedAs(each);
      counted.latest = each;
      counted.open += 1;
      if (questions.length === 1) counted.settles += 1;
    }
  }

  /** The first `limit` questions. @default all */
  best(limit?: number): TalliedQuestion[] {
    return [...this.#counted.values()]
      .map(({ latest: { question, rule }, settles, open }) => ({ ...question, rule, settles, open }))
      .sort(byWorth)
      .slice(0, limit);
  }

  #countedAs(each: OpenQuestion): CountedQuestion {
    const known = this.#counted.get(each.question.id);
    if (known !== undefined) return known;
    const counted = { latest: each, settles: 0, open: 0 };
    this.#counted.set(each.question.id, counted);
    return counted;
  }
}

function byWorth(a: TalliedQuestion, b: TalliedQuestion): number {
  return b.settles - a.settles || b.open - a.open || (a.id < b.id ? -1 : 1);
}
