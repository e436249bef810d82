import { LRUCache } from "lru-cache";
import { completeWeights } from "../ranking/scorer.ts";
import type { CompleteMatchRequest } from "../request.ts";
import type { AppliedRule } from "../rules/rule.ts";
import type { ParticipantStore } from "../store/participant-store.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import { SlotScorer } from "./slot-scorer.ts";
import { requirementsOf } from "./top-candidates.ts";

/** A vacancy with what it demands and how it is scored, worked out once for many participants. */
export interface PreparedVacancy {
  readonly stored: StoredVacancy;
  readonly applied: readonly AppliedRule[];
  readonly scorer: SlotScorer;
}

/** Ways of asking for which vacancies stay prepared: askers of some units, and those who keep the lists up to date. */
const rememberedWays = 4;

/**
 * Vacancies prepared for participants who are asked about one by one: reading a vacancy's demands takes as long as judging
 * a hundred people by them. Kept for requests that agree in date, units and weights, the few latest such ways of asking.
 */
export class PreparedVacancies {
  readonly #participants: ParticipantStore;
  readonly #ways = new LRUCache<string, WeakMap<StoredVacancy, PreparedVacancy>>({ max: rememberedWays });

  constructor(participants: ParticipantStore) {
    this.#participants = participants;
  }

  /** The vacancies, each prepared for the request. */
  *of(vacancies: Iterable<StoredVacancy>, request: CompleteMatchRequest): Iterable<PreparedVacancy> {
    const known = this.#knownFor(request);
    for (const stored of vacancies) {
      let prepared = known.get(stored);
      if (prepared === undefined) {
        prepared = this.#prepare(stored, request);
        known.set(stored, prepared);
      }
      yield prepared;
    }
  }

  #knownFor({ date, units, weights }: CompleteMatchRequest): WeakMap<StoredVacancy, PreparedVacancy> {
    const key = JSON.stringify([date, units, weights]);
    const known = this.#ways.get(key) ?? new WeakMap<StoredVacancy, PreparedVacancy>();
    this.#ways.set(key, known);
    return known;
  }

  #prepare(stored: StoredVacancy, request: CompleteMatchRequest): PreparedVacancy {
    const { date, weights } = request;
    const applied = requirementsOf(this.#participants, stored, request);
    const scorer = new SlotScorer(this.#participants, stored, { weights: completeWeights(weights), date });
    return { stored, applied, scorer };
  }
}
