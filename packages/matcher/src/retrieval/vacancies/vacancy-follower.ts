import type { StoredVacancy, VacancyStore } from "../../store/vacancy-store.ts";

/** What is kept of vacancies by slot. */
export interface VacancyKeeper {
  set(slot: number, stored: StoredVacancy): void;
  remove(slot: number): void;
}

/** Brings what is kept of vacancies up to date with those that have changed. */
export class VacancyFollower {
  readonly #vacancies: VacancyStore;
  readonly #keeper: VacancyKeeper;
  #slots = new Uint32Array(0);
  #ids: readonly string[] = [];
  /** The revision of the store that is followed so far; none at first. */
  #revision = -1;

  constructor(vacancies: VacancyStore, keeper: VacancyKeeper) {
    this.#vacancies = vacancies;
    this.#keeper = keeper;
  }

  /** The slots of all vacancies, in the order in which they came. A view, valid until the next `follow`. */
  get slots(): Uint32Array {
    return this.#slots;
  }

  /** The ids of all vacancies, in the same order: another array after each change. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  follow(): void {
    const { changes } = this.#vacancies;
    if (this.#revision === changes.revision) return;
    const present = new Set(this.#vacancies.slots());
    const changed = this.#revision === -1 ? undefined : changes.since(this.#revision);
    for (const slot of changed?.keys() ?? new Set([...this.#slots, ...present])) {
      if (present.has(slot)) this.#keeper.set(slot, this.#vacancies.at(slot));
      else this.#keeper.remove(slot);
    }
    this.#slots = Uint32Array.from(present);
    this.#ids = Array.from(present, (slot) => this.#vacancies.idOf(slot) ?? "");
    this.#revision = changes.revision;
  }
}
