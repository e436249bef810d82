import type { ParticipantStore } from "../store/participant-store.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import { dot } from "../vector-index/check-vector.ts";
import type { Row, VectorStore } from "../vector-index/vector-store.ts";
import type { SimilaritySource } from "./slot-scorer.ts";

/** One participant's texts, read once, to be compared with vacancy after vacancy: the same numbers as `Comparison` gives. */
export class ParticipantTexts {
  readonly #vectors: VectorStore;
  readonly #byRow = new Map<Row, Float32Array>();
  readonly #skillRows: Uint32Array;
  /** The similarity of the nearest skill to each skill that some vacancy asked for. */
  readonly #nearestSkill = new Map<string, number>();
  #vacancy: StoredVacancy | undefined;
  /** Similarities to the vacancy, by row. */
  readonly #similarities = new Map<Row, number>();

  constructor(participants: ParticipantStore, vectors: VectorStore, slot: number) {
    this.#vectors = vectors;
    this.#skillRows = participants.skillRows(slot).slice();
  }

  /** Their similarities to a vacancy; valid until the next one is asked for. */
  comparedWith(vacancy: StoredVacancy): SimilaritySource {
    this.#vacancy = vacancy;
    this.#similarities.clear();
    return this.#source;
  }

  readonly #source: SimilaritySource = {
    text: (place) => (place === 0 ? Number.NEGATIVE_INFINITY : this.#similarityOf(place - 1)),
    skill: (position) => this.#nearest(position),
  };

  #similarityOf(row: Row): number {
    const known = this.#similarities.get(row);
    if (known !== undefined) return known;
    const similarity = dot(this.#vacancy?.vector ?? new Float32Array(), this.#vectorOf(row));
    this.#similarities.set(row, similarity);
    return similarity;
  }

  #nearest(position: number): number {
    const asked = this.#vacancy?.skills[position];
    if (asked === undefined) return 0;
    const known = this.#nearestSkill.get(asked.skill);
    if (known !== undefined) return known;
    let nearest = 0;
    for (const row of this.#skillRows) nearest = Math.max(nearest, dot(asked.vector, this.#vectorOf(row)));
    this.#nearestSkill.set(asked.skill, nearest);
    return nearest;
  }

  #vectorOf(row: Row): Float32Array {
    const known = this.#byRow.get(row);
    if (known !== undefined) return known;
    const vector = this.#vectors.vector(row);
    this.#byRow.set(row, vector);
    return vector;
  }
}
