import type { Vacancy } from "@jobbmatch/shared";
import type { UnknownPolicy } from "../request.ts";
import type { Bitset } from "../rules/bitset.ts";
import type { MatchContext } from "../rules/rule.ts";
import type { RuleColumnEntry } from "../store/participant-store.ts";

/** All participants as the rules see them. */
export interface JudgedPeople {
  readonly columns: readonly RuleColumnEntry[];
  /** The slots in use; not changed. */
  readonly everyone: Bitset;
}

/** One set for each rule that is no border, or `undefined` where the vacancy asks nothing. */
type AllowedByRule = readonly (Bitset | undefined)[];

/**
 * Who is allowed to a vacancy and to variants of it. Most rules allow the same people to a variant as to the vacancy
 * itself; what those rules leave together is worked out once.
 */
export class AllowedPeople {
  /** The people within the borders of the vacancy as it is. */
  readonly visible: Bitset;
  readonly #columns: readonly RuleColumnEntry[];
  readonly #context: MatchContext;
  readonly #policy: UnknownPolicy;
  readonly #asItIs: AllowedByRule;
  /** Sets by the answer that they were made of: answers are remembered and come again. */
  readonly #byAnswer = new Map<Bitset, Bitset>();
  /** What all rules but some leave, by which ones those are. */
  readonly #byOthers = new Map<string, Bitset>();

  constructor(people: JudgedPeople, vacancy: Vacancy, context: MatchContext, policy: UnknownPolicy) {
    this.#columns = people.columns.filter(({ rule }) => !rule.border);
    this.#context = context;
    this.#policy = policy;
    this.visible = people.everyone.clone();
    for (const { rule, column } of people.columns) {
      const requirement = rule.border ? column.compile(vacancy, context) : undefined;
      if (requirement !== undefined) this.visible.and(requirement.select().pass);
    }
    this.#asItIs = this.#byRule(vacancy);
  }

  /** The visible people whom no rule excludes from a variant of the vacancy; a set of the caller's own. */
  to(variant: Vacancy): Bitset {
    const byRule = this.#byRule(variant);
    const changed = byRule.flatMap((set, index) => (set === this.#asItIs[index] ? [] : [index]));
    const left = this.#withoutRules(changed).clone();
    for (const index of changed) {
      const set = byRule[index];
      if (set !== undefined) left.and(set);
    }
    return left;
  }

  #byRule(vacancy: Vacancy): AllowedByRule {
    return this.#columns.map(({ column }) => {
      const answer = column.compile(vacancy, this.#context)?.select();
      if (answer === undefined || this.#policy === "exclude") return answer?.pass;
      const known = this.#byAnswer.get(answer.pass);
      if (known !== undefined) return known;
      const set = answer.pass.clone().or(answer.unknown);
      this.#byAnswer.set(answer.pass, set);
      return set;
    });
  }

  #withoutRules(changed: readonly number[]): Bitset {
    const key = changed.join();
    const known = this.#byOthers.get(key);
    if (known !== undefined) return known;
    const left = this.visible.clone();
    for (const [index, set] of this.#asItIs.entries())
      if (set !== undefined && !changed.includes(index)) left.and(set);
    this.#byOthers.set(key, left);
    return left;
  }
}
