import type { ChangeWindow } from "../storage/queries/read-changes.ts";

/** At which position of the change log each record last changed, as far as the index of this process has seen it change. */
export class RecordPositions {
  readonly #participants = new Map<string, number>();
  readonly #vacancies = new Map<string, number>();

  note({ participants, vacancies, position }: ChangeWindow): void {
    for (const { id } of participants.present) this.#participants.set(id, position);
    for (const id of participants.removed) this.#participants.set(id, position);
    for (const { id } of vacancies.present) this.#vacancies.set(id, position);
    for (const id of vacancies.removed) this.#vacancies.set(id, position);
  }

  /** The position, or one a little later; 0: not since the index was opened. */
  ofParticipant(id: string): number {
    return this.#participants.get(id) ?? 0;
  }

  /** As `ofParticipant`. */
  ofVacancy(id: string): number {
    return this.#vacancies.get(id) ?? 0;
  }
}
