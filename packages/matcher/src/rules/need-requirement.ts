import type { FormerFacts } from "../columns/former-facts.ts";
import type { Answer, AnswerCache } from "./answer-cache.ts";
import type { ProfileChange } from "./change.ts";
import type { FactStore } from "./fact-store.ts";
import type { Evidence, Outcome, Requirement, RuleDefinition } from "./rule.ts";

/** What a rule's requirements share. */
export interface RuleFacts<Fact, Need> {
  readonly definition: RuleDefinition<Fact, Need>;
  readonly facts: FactStore<Fact, Need>;
  readonly answers: AnswerCache;
  readonly former: FormerFacts<Fact>;
}

/** One vacancy's need, held against a rule's facts. Small, since thousands of them are kept and asked in turn. */
export class NeedRequirement<Fact, Need> implements Requirement {
  readonly #need: Need;
  readonly #rule: RuleFacts<Fact, Need>;

  constructor(need: Need, rule: RuleFacts<Fact, Need>) {
    this.#need = need;
    this.#rule = rule;
  }

  get key(): string | undefined {
    return this.#rule.definition.needKeyOf?.(this.#need);
  }

  select(): Answer {
    const { facts, answers } = this.#rule;
    const { key } = this;
    if (key === undefined) return facts.select(this.#need);
    return answers.get(
      key,
      facts.slots,
      () => facts.select(this.#need),
      (answer, slot) => this.#update(answer, slot),
    );
  }

  judge(slot: number): Outcome {
    return this.#rule.facts.judge(this.#need, slot);
  }

  judgeFormer(change: number): Outcome {
    const { definition, former } = this.#rule;
    return definition.judge(this.#need, former.factOf(change));
  }

  explain(slot: number): Evidence {
    return this.explainLater(slot)();
  }

  explainLater(slot: number): () => Evidence {
    const fact = this.#rule.facts.factOf(slot);
    return () => this.#rule.definition.explain(this.#need, fact);
  }

  changes(slot: number): readonly ProfileChange[] {
    const { definition, facts } = this.#rule;
    if (definition.changesFor === undefined || this.judge(slot) !== "fail") return [];
    return definition.changesFor(this.#need, facts.factOf(slot));
  }

  #update({ pass, unknown }: Answer, slot: number): void {
    pass.delete(slot);
    unknown.delete(slot);
    if (!this.#rule.facts.holds(slot)) return;
    const outcome = this.judge(slot);
    if (outcome === "pass") pass.add(slot);
    else if (outcome === "unknown") unknown.add(slot);
  }
}
