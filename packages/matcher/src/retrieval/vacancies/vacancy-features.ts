import type { FeatureId } from "../../ranking/feature.ts";
import type { VacancyColumn } from "../../ranking/vacancy-columns/vacancy-column.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import type { StoredVacancy, VacancyStore } from "../../store/vacancy-store.ts";
import type { ListedTexts, TextIndex } from "../../vector-index/text-index.ts";
import { ReusedArrays } from "./reused-arrays.ts";
import { VacancyFollower } from "./vacancy-follower.ts";
import { VacancyTexts } from "./vacancy-texts.ts";

/** A feature with what its column knows of all vacancies. */
export interface VacancyColumnEntry {
  readonly id: FeatureId;
  readonly column: VacancyColumn;
}

/** What features rest on, of all vacancies by slot. */
export class VacancyFeatures {
  readonly columns: readonly VacancyColumnEntry[];
  readonly texts = new VacancyTexts();
  /** For whoever is held against the vacancies. */
  readonly arrays = new ReusedArrays();
  readonly #vacancies: VacancyStore;
  readonly #follower: VacancyFollower;
  /** Made when it is asked for, and anew when the vacancies have changed. */
  #listed: { readonly ids: readonly string[]; readonly texts: ListedTexts } | undefined;

  constructor(participants: ParticipantStore, vacancies: VacancyStore) {
    this.columns = participants.features.map(({ feature: { id }, column }) => {
      return { id, column: column.createVacancyColumn() };
    });
    this.#vacancies = vacancies;
    this.#follower = new VacancyFollower(vacancies, {
      set: (slot, stored) => this.#set(slot, stored),
      remove: (slot) => this.#remove(slot),
    });
  }

  /** The slots of all vacancies, in the order in which they came. A view, valid until the next `refresh`. */
  get slots(): Uint32Array {
    return this.#follower.slots;
  }

  /** The ids of all vacancies, in the same order: another array after each change. */
  get ids(): readonly string[] {
    return this.#follower.ids;
  }

  /** The texts of all vacancies, in the same order. */
  listedTexts(index: TextIndex): ListedTexts {
    if (this.#listed?.ids !== this.ids) {
      this.#listed = { ids: this.ids, texts: index.listed(this.texts.rowsOf(this.slots)) };
    }
    return this.#listed.texts;
  }

  /** The vacancy in a slot that is in use. */
  at(slot: number): StoredVacancy {
    return this.#vacancies.at(slot);
  }

  /** The id of the vacancy in a slot that is in use. */
  idOf(slot: number): string {
    return this.#vacancies.idOf(slot) ?? "";
  }

  /** Takes in what has changed. */
  refresh(): void {
    this.#follower.follow();
  }

  #set(slot: number, { vacancy }: StoredVacancy): void {
    this.texts.set(slot, this.#vacancies.rows(slot));
    for (const { column } of this.columns) column.set(slot, vacancy);
  }

  #remove(slot: number): void {
    this.texts.remove(slot);
    for (const { column } of this.columns) column.remove(slot);
  }
}
