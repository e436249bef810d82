import type { PlacementTypeCatalogue, Vacancy } from "@jobbmatch/shared";
import type { Embedder } from "../embedding/embedder.ts";
import type { CompleteMatchRequest } from "../request.ts";
import { RememberedLists } from "../retrieval/candidates/remembered-lists.ts";
import type { SearchIndex } from "../retrieval/candidates/top-candidates.ts";
import { VacancyTables } from "../retrieval/vacancies/vacancy-tables.ts";
import type { Rule } from "../rules/rule.ts";
import type { ReadOptions } from "../snapshot/read-snapshot.ts";
import { openStores, type SaveOptions, type Stores, saveStores } from "../snapshot/stores.ts";
import { ParticipantStore, type StoredParticipant } from "../store/participant-store.ts";
import { unknownParticipant, unknownVacancy } from "../store/unknown-record.ts";
import { type StoredVacancy, VacancyStore } from "../store/vacancy-store.ts";
import { VectorStore } from "../vector-index/vector-store.ts";
import { rulesInUse } from "./rules-in-use.ts";

export interface MatcherOptions {
  readonly embedder: Embedder;
  /** Rules of your own, applied after the built-in ones. */
  readonly rules?: readonly Rule[];
  /**
   * What holds for placement types and when, such as a municipality's own study share: see `parsePlacementTypes`.
   * @default the facts of `@jobbmatch/shared`
   */
  readonly placementTypes?: PlacementTypeCatalogue;
}

/** Everything that a matcher holds: participants and vacancies with their vectors, and what rules and features read. */
export class MatchIndex implements SearchIndex, Stores {
  readonly embedder: Embedder;
  readonly vectors: VectorStore;
  readonly participants: ParticipantStore;
  readonly vacancies: VacancyStore;
  readonly vacancyTables: VacancyTables;
  readonly remembered = new RememberedLists();
  readonly hasOwnRules: boolean;
  readonly placementTypes: PlacementTypeCatalogue | undefined;
  #closeSnapshot: (() => void) | undefined;

  /** @throws JobbmatchError `invalidRule` when two rules have the same id. */
  constructor({ embedder, rules: ownRules = [], placementTypes }: MatcherOptions) {
    this.embedder = embedder;
    this.hasOwnRules = ownRules.length > 0;
    this.placementTypes = placementTypes;
    this.vectors = new VectorStore(embedder.dimensions);
    this.participants = new ParticipantStore(rulesInUse(ownRules, placementTypes), this.vectors);
    this.vacancies = new VacancyStore(this.vectors);
    this.vacancyTables = new VacancyTables(this.participants, this.vacancies);
  }

  /** An index with what a snapshot holds. @throws JobbmatchError as `openStores`. */
  static async open(file: string, options: MatcherOptions, reading?: ReadOptions): Promise<MatchIndex> {
    const index = new MatchIndex(options);
    index.#closeSnapshot = await openStores(file, index, options.embedder, reading);
    return index;
  }

  save(file: string, options?: SaveOptions): Promise<void> {
    return saveStores(file, this, this.embedder, options);
  }

  close(): void {
    this.vectors.close();
    this.participants.close();
    this.vacancies.close();
    this.#closeSnapshot?.();
    this.#closeSnapshot = undefined;
  }

  get model(): string {
    return this.embedder.modelId;
  }

  get rules(): readonly Rule[] {
    return this.participants.columns.map(({ rule }) => rule);
  }

  get allVacancies(): Vacancy[] {
    return [...this.vacancies.values()].map(({ vacancy }) => vacancy);
  }

  /**
   * Somebody whom the asker may not see is answered like somebody who does not exist.
   *
   * @throws JobbmatchError `unknownParticipant`.
   */
  visibleParticipant(id: string, { units }: Pick<CompleteMatchRequest, "units">): StoredParticipant {
    const stored = this.participants.get(id);
    if (stored === undefined || units?.includes(stored.participant.unit) === false)
      throw unknownParticipant(id);
    return stored;
  }

  /** @throws JobbmatchError `unknownVacancy`. */
  vacancy(id: string): StoredVacancy {
    const stored = this.vacancies.get(id);
    if (stored === undefined) throw unknownVacancy(id);
    return stored;
  }
}
