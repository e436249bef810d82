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

/**
 * Vacancies prepared for participants who are asked about one by one: reading a vacancy's demands takes as long as judging
 * a hundred people by them. Kept as long as requests agree in date, units and weights.
 */
export class PreparedVacancies {
  readonly #participants: ParticipantStore;
  #key = "";
  #prepared = new WeakMap<StoredVacancy, PreparedVacancy>();

  constructor(participants: ParticipantStore) {
    this.#participants = participants;
  }

  /** The vacancies, each prepared for the request. */
  *of(vacancies: Iterable<StoredVacancy>, request: CompleteMatchRequest): Iterable<PreparedVacancy> {
    const { date, units, weights } = request;
    const key = JSON.stringify([date, units, weights]);
    if (key !== this.#key) {
      this.#key = key;
      this.#prepared = new WeakMap();
    }
    const complete = completeWeights(weights);
    for (const stored of vacancies) {
      const known = this.#prepared.get(stored);
      if (known !== undefined) {
        yield known;
        continue;
      }
      const applied = requirementsOf(this.#participants, stored, request);
      const scorer = new SlotScorer(this.#participants, stored, { weights: complete, date });
      const prepared = { stored, applied, scorer };
      this.#prepared.set(stored, prepared);
      yield prepared;
    }
  }
}
