import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { ColumnImage } from "../columns/column-image.ts";
import { type Answer, AnswerCache } from "./answer-cache.ts";
import type { ProfileChange } from "./change.ts";
import { DictionaryFacts } from "./dictionary-facts.ts";
import type { FactStore } from "./fact-store.ts";
import type { FactColumn, MatchContext, Requirement, RuleDefinition } from "./rule.ts";

/** A column of one rule's facts. Answers for all participants are remembered by need where the rule names a key for it. */
export class RuleColumn<Fact, Need> implements FactColumn {
  readonly #definition: RuleDefinition<Fact, Need>;
  readonly #facts: FactStore<Fact, Need>;
  readonly #answers = new AnswerCache();

  constructor(definition: RuleDefinition<Fact, Need>) {
    this.#definition = definition;
    this.#facts = definition.createFacts?.() ?? new DictionaryFacts(definition);
  }

  prepare(participant: Participant): (slot: number) => void {
    const store = this.#facts.prepare(this.#definition.factOf(participant));
    return (slot) => {
      store(slot);
      this.#answers.noteChange(slot);
    };
  }

  remove(slot: number): void {
    this.#facts.remove(slot);
    this.#answers.noteChange(slot);
  }

  image(): ColumnImage | undefined {
    const image = this.#facts.image();
    return image && { ...image, format: `${image.format}${this.#version}` };
  }

  restore(image: ColumnImage): boolean {
    if (!image.format.endsWith(this.#version)) return false;
    const format = image.format.slice(0, -this.#version.length);
    if (!this.#facts.restore({ ...image, format })) return false;
    this.#answers.clear();
    return true;
  }

  compile(vacancy: Vacancy, context: MatchContext): Requirement | undefined {
    const need = this.#definition.needOf(vacancy, context);
    if (need === undefined) return undefined;
    return {
      select: () => this.#answer(need),
      judge: (slot) => this.#facts.judge(need, slot),
      explain: (slot) => this.#definition.explain(need, this.#facts.factOf(slot)),
      explainLater: (slot) => {
        const fact = this.#facts.factOf(slot);
        return () => this.#definition.explain(need, fact);
      },
      changes: (slot) => this.#changes(need, slot),
    };
  }

  #changes(need: Need, slot: number): readonly ProfileChange[] {
    const { changesFor } = this.#definition;
    if (changesFor === undefined || this.#facts.judge(need, slot) !== "fail") return [];
    return changesFor(need, this.#facts.factOf(slot));
  }

  get #version(): string {
    return `, version ${this.#definition.factVersion ?? 1}`;
  }

  #answer(need: Need): Answer {
    const { needKeyOf } = this.#definition;
    if (needKeyOf === undefined) return this.#facts.select(need);
    return this.#answers.get(
      needKeyOf(need),
      this.#facts.slots,
      () => this.#facts.select(need),
      (answer, slot) => this.#update(need, answer, slot),
    );
  }

  #update(need: Need, { pass, unknown }: Answer, slot: number): void {
    pass.delete(slot);
    unknown.delete(slot);
    if (!this.#facts.holds(slot)) return;
    const outcome = this.#facts.judge(need, slot);
    if (outcome === "pass") pass.add(slot);
    else if (outcome === "unknown") unknown.add(slot);
  }
}
