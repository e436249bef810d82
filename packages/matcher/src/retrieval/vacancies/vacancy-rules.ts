import { FactDictionary } from "../../columns/fact-dictionary.ts";
import type { MatchContext, Requirement, Rule } from "../../rules/rule.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import type { StoredVacancy, VacancyStore } from "../../store/vacancy-store.ts";
import { VacancyFollower } from "./vacancy-follower.ts";

/** What vacancies demand under one rule, by slot: demands that are judged alike once. */
export interface RuleDemands {
  readonly rule: Rule;
  readonly demands: FactDictionary<Requirement>;
}

/** What all vacancies demand on one day and for one asker. */
export class VacancyRules {
  readonly demands: readonly RuleDemands[];
  readonly #participants: ParticipantStore;
  readonly #context: MatchContext;
  readonly #follower: VacancyFollower;

  constructor(participants: ParticipantStore, vacancies: VacancyStore, context: MatchContext) {
    this.demands = participants.columns.map(({ rule }) => ({ rule, demands: new FactDictionary() }));
    this.#participants = participants;
    this.#context = context;
    this.#follower = new VacancyFollower(vacancies, {
      set: (slot, stored) => this.#set(slot, stored),
      remove: (slot) => this.#remove(slot),
    });
  }

  /** Takes in what has changed. */
  refresh(): void {
    this.#follower.follow();
  }

  #set(slot: number, { vacancy }: StoredVacancy): void {
    for (const [index, { column }] of this.#participants.columns.entries()) {
      const demands = this.demands[index]?.demands;
      const demand = column.compile(vacancy, this.#context);
      if (demand === undefined) demands?.remove(slot);
      // A demand without a key is like no other.
      else demands?.set(slot, demand.key ?? `${slot}`, demand);
    }
  }

  #remove(slot: number): void {
    for (const { demands } of this.demands) demands.remove(slot);
  }
}
