import { LRUCache } from "lru-cache";
import { type CompleteMatchRequest, contextOf } from "../../request.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import type { VacancyStore } from "../../store/vacancy-store.ts";
import { VacancyFeatures } from "./vacancy-features.ts";
import { VacancyRules } from "./vacancy-rules.ts";

/** Days and askers whose demands are kept: askers of some units, and those who keep the lists up to date. */
const keptContexts = 4;

/**
 * All vacancies, laid out so that one participant can be held against all of them. They are read when they are first asked
 * for, which takes as long as a hundred answers; from then on only what has changed is read.
 */
export class VacancyTables {
  readonly #participants: ParticipantStore;
  readonly #vacancies: VacancyStore;
  readonly #features: VacancyFeatures;
  readonly #rules = new LRUCache<string, VacancyRules>({ max: keptContexts });

  constructor(participants: ParticipantStore, vacancies: VacancyStore) {
    this.#participants = participants;
    this.#vacancies = vacancies;
    this.#features = new VacancyFeatures(participants, vacancies);
  }

  /** What features rest on, as it is now. Valid until a vacancy changes. */
  features(): VacancyFeatures {
    this.#features.refresh();
    return this.#features;
  }

  /** What rules demand, as it is now. Valid until a vacancy changes. */
  rules({ date, units }: Pick<CompleteMatchRequest, "date" | "units">): VacancyRules {
    const key = JSON.stringify([date, units]);
    const known = this.#rules.get(key);
    const rules = known ?? new VacancyRules(this.#participants, this.#vacancies, contextOf({ date, units }));
    if (known === undefined) this.#rules.set(key, rules);
    rules.refresh();
    return rules;
  }
}
