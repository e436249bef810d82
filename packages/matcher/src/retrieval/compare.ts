import type { Pair } from "../ranking/feature.ts";
import type { StoredParticipant } from "../store/participant-store.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import type { Row, VectorStore } from "../vector-index/vector-store.ts";

/**
 * Compares one vacancy with any number of participants. A text that many share is compared once: similarities are
 * remembered by row as long as the comparison lives.
 */
export class Comparison {
  readonly #vectors: VectorStore;
  readonly #stored: StoredVacancy;
  readonly #date: string;
  readonly #text = new Map<Row, number>();
  readonly #skills: readonly Map<Row, number>[];

  constructor(vectors: VectorStore, stored: StoredVacancy, date: string) {
    this.#vectors = vectors;
    this.#stored = stored;
    this.#date = date;
    this.#skills = stored.skills.map(() => new Map());
  }

  with({ participant, facets, skillRows }: StoredParticipant): Pair {
    const { vacancy, vector, skills } = this.#stored;
    return {
      participant,
      vacancy,
      date: this.#date,
      facets: facets.map(({ kind, index, text, row }) => ({
        kind,
        index,
        text,
        similarity: this.#similarity(this.#text, vector, row),
      })),
      skills: skills.map(({ skill, demand, vector: asked }, position) => ({
        skill,
        demand,
        similarity: this.#nearest(
          this.#skills[position] ?? new Map(),
          asked,
          participant.skills && skillRows,
        ),
      })),
    };
  }

  /** The similarity of a text to the vacancy. */
  textSimilarity(row: Row): number {
    return this.#similarity(this.#text, this.#stored.vector, row);
  }

  /** The similarity of the nearest of the given skills to the one that the vacancy names in that position, at least 0. */
  nearestSkill(position: number, rows: ArrayLike<Row>): number {
    const memory = this.#skills[position];
    const asked = this.#stored.skills[position];
    if (memory === undefined || asked === undefined) return 0;
    let best = 0;
    for (let index = 0; index < rows.length; index++) {
      best = Math.max(best, this.#similarity(memory, asked.vector, rows[index] ?? 0));
    }
    return best;
  }

  #nearest(
    memory: Map<Row, number>,
    asked: Float32Array,
    rows: readonly Row[] | undefined,
  ): number | undefined {
    if (rows === undefined) return undefined;
    return rows.reduce((best, row) => Math.max(best, this.#similarity(memory, asked, row)), 0);
  }

  #similarity(memory: Map<Row, number>, query: Float32Array, row: Row): number {
    const known = memory.get(row);
    if (known !== undefined) return known;
    const similarity = this.#vectors.similarity(query, row);
    memory.set(row, similarity);
    return similarity;
  }
}
