import { placesPerSlot } from "../../ranking/feature-column.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import type { StoredSkill, StoredVacancy } from "../../store/vacancy-store.ts";
import { dot } from "../../vector-index/check-vector.ts";
import type { Row, VectorStore } from "../../vector-index/vector-store.ts";
import type { SimilaritySource } from "../slot-scorer.ts";

/** One participant's texts, read once, to be compared with vacancy after vacancy: the same numbers as `Comparison` gives. */
export class ParticipantTexts {
  /** By place (see `placesPerSlot`) the row of the text + 1, or 0. */
  readonly places: Uint32Array;
  readonly skillRows: Uint32Array;
  readonly #vectors: VectorStore;
  readonly #byRow = new Map<Row, Float32Array>();
  /** The similarity of the nearest skill to each skill that some vacancy asked for. */
  readonly #nearestSkill = new Map<string, number>();

  constructor(participants: ParticipantStore, vectors: VectorStore, slot: number) {
    this.#vectors = vectors;
    this.places = participants.places.all.slice(slot * placesPerSlot, (slot + 1) * placesPerSlot);
    this.skillRows = participants.skillRows(slot).slice();
  }

  /** Their similarities to a vacancy. */
  comparedWith({ vector, skills }: StoredVacancy): SimilaritySource {
    return {
      text: (place) => (place === 0 ? Number.NEGATIVE_INFINITY : dot(vector, this.vectorOf(place - 1))),
      skill: (position) => {
        const asked = skills[position];
        return asked === undefined ? 0 : this.#nearestTo(asked);
      },
    };
  }

  /** The vector of one of the texts or skills. */
  vectorOf(row: Row): Float32Array {
    const known = this.#byRow.get(row);
    if (known !== undefined) return known;
    const vector = this.#vectors.vector(row);
    this.#byRow.set(row, vector);
    return vector;
  }

  #nearestTo({ skill, vector }: StoredSkill): number {
    const known = this.#nearestSkill.get(skill);
    if (known !== undefined) return known;
    let nearest = 0;
    for (const row of this.skillRows) nearest = Math.max(nearest, dot(vector, this.vectorOf(row)));
    this.#nearestSkill.set(skill, nearest);
    return nearest;
  }
}
