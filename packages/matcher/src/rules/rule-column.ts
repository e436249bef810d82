import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { ColumnImage } from "../columns/column-image.ts";
import { FormerFacts } from "../columns/former-facts.ts";
import { AnswerCache } from "./answer-cache.ts";
import { DictionaryFacts } from "./dictionary-facts.ts";
import { NeedRequirement, type RuleFacts } from "./need-requirement.ts";
import type { FactColumn, MatchContext, Requirement, RuleDefinition } from "./rule.ts";

/** A column of one rule's facts. Answers for all participants are remembered by need where the rule names a key for it. */
export class RuleColumn<Fact, Need> implements FactColumn {
  readonly #rule: RuleFacts<Fact, Need>;

  constructor(definition: RuleDefinition<Fact, Need>) {
    const facts = definition.createFacts?.() ?? new DictionaryFacts(definition);
    this.#rule = { definition, facts, answers: new AnswerCache(), former: new FormerFacts() };
  }

  prepare(participant: Participant): (slot: number) => void {
    const { definition, facts, answers } = this.#rule;
    const store = facts.prepare(definition.factOf(participant));
    return (slot) => {
      store(slot);
      answers.noteChange(slot);
    };
  }

  remove(slot: number): void {
    this.#rule.facts.remove(slot);
    this.#rule.answers.noteChange(slot);
  }

  keepFormer(slot: number, change: number): void {
    const { facts, former } = this.#rule;
    former.keep(change, facts.holds(slot) ? { fact: facts.factOf(slot) } : undefined);
  }

  forgetFormer(): void {
    this.#rule.former.clear();
  }

  image(): ColumnImage | undefined {
    const image = this.#rule.facts.image();
    return image && { ...image, format: `${image.format}${this.#version}` };
  }

  restore(image: ColumnImage): boolean {
    if (!image.format.endsWith(this.#version)) return false;
    const format = image.format.slice(0, -this.#version.length);
    if (!this.#rule.facts.restore({ ...image, format })) return false;
    this.#rule.answers.clear();
    return true;
  }

  compile(vacancy: Vacancy, context: MatchContext): Requirement | undefined {
    const need = this.#rule.definition.needOf(vacancy, context);
    return need === undefined ? undefined : new NeedRequirement(need, this.#rule);
  }

  get #version(): string {
    return `, version ${this.#rule.definition.factVersion ?? 1}`;
  }
}
