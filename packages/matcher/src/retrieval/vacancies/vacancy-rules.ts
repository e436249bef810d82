import { FactDictionary } from "../../columns/fact-dictionary.ts";
import type { MatchContext, Requirement, Rule } from "../../rules/rule.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import type { StoredVacancy, VacancyStore } from "../../store/vacancy-store.ts";
import { VacancyFollower } from "./vacancy-follower.ts";

/** What all vacancies demand on one day and for one asker. Demands of a rule that are judged alike have one number. */
export class VacancyRules {
  readonly rules: readonly Rule[];
  /** By place: see `numbers`. The demands of one vacancy lie together. */
  readonly #demands = new FactDictionary<Requirement>();
  readonly #participants: ParticipantStore;
  readonly #context: MatchContext;
  readonly #follower: VacancyFollower;

  constructor(participants: ParticipantStore, vacancies: VacancyStore, context: MatchContext) {
    this.rules = participants.columns.map(({ rule }) => rule);
    this.#participants = participants;
    this.#context = context;
    this.#follower = new VacancyFollower(vacancies, {
      set: (slot, stored) => this.#set(slot, stored),
      remove: (slot) => this.#remove(slot),
    });
  }

  /** The first number that no demand has. */
  get demandCount(): number {
    return this.#demands.classCount;
  }

  /**
   * At `slot × rules + rule` the number of what a rule, by its position, demands for the vacancy in a slot; `noClass`, or nothing,
   * where it demands nothing. A view, valid until the next `refresh`.
   */
  get numbers(): Uint16Array | Uint32Array {
    return this.#demands.classOfSlot;
  }

  /** The demand with a number; `undefined` for `noClass`. */
  demand(number: number): Requirement | undefined {
    return this.#demands.factOfClass(number)?.fact;
  }

  /** Takes in what has changed. */
  refresh(): void {
    this.#follower.follow();
  }

  #set(slot: number, { vacancy }: StoredVacancy): void {
    for (const [rule, { column }] of this.#participants.columns.entries()) {
      const place = slot * this.rules.length + rule;
      const demand = column.compile(vacancy, this.#context);
      if (demand === undefined) this.#demands.remove(place);
      else this.#demands.set(place, keyOf(demand, { place, rule }), demand);
    }
  }

  #remove(slot: number): void {
    for (let rule = 0; rule < this.rules.length; rule++)
      this.#demands.remove(slot * this.rules.length + rule);
  }
}

/** A demand without a key is like no other. */
function keyOf(
  { key }: Requirement,
  { place, rule }: { readonly place: number; readonly rule: number },
): string {
  return key === undefined ? `at ${place}` : `${rule} ${key}`;
}
