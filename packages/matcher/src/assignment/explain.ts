import type {
  Alternative,
  EmptySeats,
  NotHereReason,
  ProposedPlace,
  UnplacedPerson,
} from "./assignment-proposal.ts";
import type { CompiledAssignment, WorthyPair } from "./compile.ts";
import { none, type OptionTable, optionsOf, placesOf, priceOf, usesOf } from "./option-table.ts";
import type { Solution } from "./solve.ts";
import { Usage } from "./usage.ts";

/** Other places that an explanation names at most. */
const mostAlternatives = 3;

/**
 * Explains a solution from what it is: who holds what, what is left, and the prices. So an explanation can name nothing
 * that did not decide.
 *
 * @param table the table that was solved; with the guard's bonuses where there were some.
 */
export class Explainer {
  readonly #compiled: CompiledAssignment;
  readonly #table: OptionTable;
  readonly #solution: Solution;
  readonly #usage: Usage;
  /** Who takes part of each resource, in the order of ids. */
  readonly #holders: readonly number[][];

  constructor(compiled: CompiledAssignment, table: OptionTable, solution: Solution) {
    this.#compiled = compiled;
    this.#table = table;
    this.#solution = solution;
    this.#usage = new Usage(table);
    this.#holders = Array.from(table.capacity, () => []);
    for (const [person, option] of solution.chosen.entries()) {
      if (option === none) continue;
      this.#usage.take(option);
      for (const [resource] of usesOf(table, option)) this.#holders[resource]?.push(person);
    }
  }

  proposals(isPrevious: (participant: string, vacancy: string) => boolean): ProposedPlace[] {
    return [...this.#solution.chosen].flatMap((option, person) => {
      if (option === none) return [];
      const alternatives = this.#alternatives(person);
      return (this.#compiled.pairsOf[option] ?? []).map((pair) => ({
        participant: pair.participant,
        vacancy: pair.vacancy,
        score: pair.score,
        utility: pair.utility,
        ...(this.#compiled.places[pair.place]?.partTime === undefined ? {} : { hours: pair.hours }),
        isUnchanged: isPrevious(pair.participant, pair.vacancy),
        price: this.#priceOfPair(person, pair),
        alternatives,
      }));
    });
  }

  unplaced(): UnplacedPerson[] {
    return [...this.#solution.chosen].flatMap((option, person) => {
      if (option !== none) return [];
      const alternatives = this.#alternatives(person);
      const reason = alternatives.length === 0 ? "noPlaceFits" : "outbid";
      return [{ participant: this.#compiled.people[person]?.id ?? "", reason, alternatives }];
    });
  }

  emptySeats(): EmptySeats[] {
    const singles = Array.from(this.#compiled.places, () => [] as number[]);
    for (let option = 0; option < this.#table.personOf.length; option++) {
      const [place, other] = placesOf(this.#table, option);
      if (place !== undefined && other === undefined) singles[place]?.push(option);
    }
    return this.#compiled.places.flatMap(({ id }, place) => {
      const seats = Math.round(this.#usage.left(place));
      const options = singles[place] ?? [];
      return seats === 0
        ? []
        : [{ vacancy: id, seats, reason: this.#whyEmpty(options), fitting: options.length }];
    });
  }

  /** A proposal that is part of a combination has its own part of the price only. */
  #priceOfPair(person: number, { place }: WorthyPair): number {
    const single = optionsOf(this.#table, person).find((option) => {
      const [first, second] = placesOf(this.#table, option);
      return first === place && second === undefined;
    });
    return single === undefined ? 0 : priceOf(this.#table, single, this.#solution.prices);
  }

  #whyEmpty(options: readonly number[]): EmptySeats["reason"] {
    if (options.length === 0) return "nobodyFits";
    const free = options.filter(
      (option) => this.#solution.chosen[this.#table.personOf[option] ?? 0] === none,
    );
    const reasons = new Set(free.map((option) => this.#reason(option)));
    if (reasons.has("supervisorsFull")) return "supervisorsFull";
    return reasons.has("hoursTaken") ? "hoursTaken" : "everybodyElsewhere";
  }

  /** The single places, other than the person's own, that would be worth most. */
  #alternatives(person: number): Alternative[] {
    const own = this.#solution.chosen[person] ?? none;
    const ownPlaces = own === none ? [] : placesOf(this.#table, own);
    return optionsOf(this.#table, person)
      .filter((option) => {
        const [place, other] = placesOf(this.#table, option);
        return other === undefined && place !== undefined && !ownPlaces.includes(place);
      })
      .sort((a, b) => this.#worth(b) - this.#worth(a) || a - b)
      .slice(0, mostAlternatives)
      .flatMap((option) => this.#alternative(option, own));
  }

  #alternative(option: number, own: number): Alternative[] {
    const [pair] = this.#compiled.pairsOf[option] ?? [];
    if (pair === undefined) return [];
    const isWorthLess = own !== none && this.#worth(option) <= this.#worth(own);
    const reason = isWorthLess ? "worthLess" : this.#reason(option);
    return [
      {
        vacancy: pair.vacancy,
        score: pair.score,
        utility: pair.utility.total,
        price: priceOf(this.#table, option, this.#solution.prices),
        reason,
        takenBy: this.#takenBy(option, reason),
      },
    ];
  }

  /** What stands in the way of an option beside all that is taken. */
  #reason(option: number): NotHereReason {
    const short = this.#shortResource(option);
    if (short === undefined) return "worthLess";
    if (short < this.#table.placeCount) return "seatsTaken";
    return this.#compiled.resourceKinds[short] === "hours" ? "hoursTaken" : "supervisorsFull";
  }

  #takenBy(option: number, reason: NotHereReason): string[] {
    const short = this.#shortResource(option);
    if (reason === "worthLess" || short === undefined) return [];
    return (this.#holders[short] ?? []).map((person) => this.#compiled.people[person]?.id ?? "");
  }

  #shortResource(option: number): number | undefined {
    const short = usesOf(this.#table, option).find(
      ([resource, amount]) => amount > this.#usage.left(resource) + 1e-9,
    );
    return short?.[0];
  }

  #worth(option: number): number {
    return this.#table.worth[option] ?? 0;
  }
}
