import { grownTo } from "../../columns/grown-to.ts";
import type { Verdict } from "./rule-outcomes.ts";

/** The scores that it takes to stand on the lists of a vacancy. */
export type LeastOnLists = Readonly<Record<Verdict, number>>;

/** What the lists of some vacancies take, in their order. */
export interface NeededScores {
  readonly allowed: Float64Array;
  readonly nearMiss: Float64Array;
}

/** Where a vacancy stands of which nothing is known: everybody reaches its lists. */
const unknownVacancy = 0;

/**
 * What it takes to stand on the lists of vacancies, kept by whoever keeps the lists: asking that of one person after the other
 * takes no look-up of thousands of vacancies for each.
 *
 * @example
 * const least = new LeastScores();
 * least.set("v1", { allowed: 0.7, nearMiss: 0.6 });
 * const touched = matcher.scoreVacancies("p1", {}, least);
 */
export class LeastScores {
  readonly #numbers = new Map<string, number>();
  readonly #freeNumbers: number[] = [];
  #allowed = Float64Array.of(Number.NEGATIVE_INFINITY);
  #nearMiss = Float64Array.of(Number.NEGATIVE_INFINITY);
  /** Which vacancies were asked about last, and their numbers. */
  #asked: { readonly ids: readonly string[]; readonly numbers: Uint32Array } | undefined;

  /** What the lists of a vacancy take from now on: minus infinity for a list that has room for everybody, infinity for one that takes nobody. */
  set(vacancy: string, { allowed, nearMiss }: LeastOnLists): void {
    const number = this.#numbers.get(vacancy) ?? this.#add(vacancy);
    this.#allowed[number] = allowed;
    this.#nearMiss[number] = nearMiss;
  }

  /** Forgets a vacancy: everybody reaches its lists from now on. */
  delete(vacancy: string): void {
    const number = this.#numbers.get(vacancy);
    if (number === undefined) return;
    this.#numbers.delete(vacancy);
    this.#freeNumbers.push(number);
    this.#asked = undefined;
  }

  /**
   * What the lists of some vacancies take.
   *
   * @param ids an array that is never changed: asked about the same one again, no vacancy is looked up.
   * @param into takes the answer.
   * @internal
   */
  read(ids: readonly string[], into: NeededScores): NeededScores {
    const { allowed, nearMiss } = into;
    const numbers = this.#numbersOf(ids);
    const [all, others] = [this.#allowed, this.#nearMiss];
    for (let index = 0; index < numbers.length; index++) {
      const number = numbers[index] ?? unknownVacancy;
      allowed[index] = all[number] ?? 0;
      nearMiss[index] = others[number] ?? 0;
    }
    return into;
  }

  #numbersOf(ids: readonly string[]): Uint32Array {
    if (this.#asked?.ids !== ids) {
      const numbers = Uint32Array.from(ids, (id) => this.#numbers.get(id) ?? unknownVacancy);
      this.#asked = { ids, numbers };
    }
    return this.#asked.numbers;
  }

  #add(vacancy: string): number {
    const number = this.#freeNumbers.pop() ?? this.#numbers.size + 1;
    this.#numbers.set(vacancy, number);
    this.#allowed = grownTo(this.#allowed, number + 1);
    this.#nearMiss = grownTo(this.#nearMiss, number + 1);
    this.#asked = undefined;
    return number;
  }
}
