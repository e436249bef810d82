/** Changes for which it is kept what was there before: some hundred kilobytes a rule at most. */
export const mostFormer = 2048;

/** What was in the slots that changed last, before it was replaced. */
export class FormerFacts<Fact> {
  /** That of change `n` lies at `n % mostFormer`. */
  readonly #facts: ({ readonly fact: Fact } | undefined)[] = [];

  /** @param held nothing where nobody was in the slot. */
  keep(change: number, held: { readonly fact: Fact } | undefined): void {
    this.#facts[change % mostFormer] = held;
  }

  /** What a change replaced, if it is one of the last `mostFormer`. @throws RangeError where nobody was in the slot. */
  factOf(change: number): Fact {
    const held = this.#facts[change % mostFormer];
    if (held === undefined) throw new RangeError(`change ${change} replaced nothing`);
    return held.fact;
  }

  clear(): void {
    this.#facts.length = 0;
  }
}
