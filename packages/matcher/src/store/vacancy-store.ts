import type { Vacancy } from "@jobbmatch/shared";
import { hashText } from "../embedding/text-hash.ts";
import { vacancyParts } from "../text/vacancy-parts.ts";
import { weightedSum } from "../text/weighted-sum.ts";
import type { Row, VectorStore } from "../vector-index/vector-store.ts";

/** A skill that a vacancy asks for, with its vector. */
export interface StoredSkill {
  readonly skill: string;
  readonly demand: "must" | "nice";
  readonly vector: Float32Array;
}

export interface StoredVacancy {
  readonly vacancy: Vacancy;
  readonly vector: Float32Array;
  readonly skills: readonly StoredSkill[];
}

/** All vacancies, with their vectors held in the common store so that a snapshot finds them there. */
export class VacancyStore {
  readonly #vectors: VectorStore;
  readonly #byId = new Map<string, StoredVacancy>();
  readonly #rows = new Map<string, readonly Row[]>();

  constructor(vectors: VectorStore) {
    this.#vectors = vectors;
  }

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): StoredVacancy | undefined {
    return this.#byId.get(id);
  }

  values(): IterableIterator<StoredVacancy> {
    return this.#byId.values();
  }

  /** Stores a vacancy in place of an older version; `vectors` holds the vector of every text, by hash. */
  put(vacancy: Vacancy, vectors: ReadonlyMap<string, Float32Array>): void {
    const stored = storedVacancy(vacancy, vectors);
    const rows = this.#vectors.acquire(vacancyTexts(vacancy).map(hashText), vectors);
    this.#release(vacancy.id);
    this.#rows.set(vacancy.id, rows);
    this.#byId.set(vacancy.id, stored);
  }

  /** @returns whether there was such a vacancy. */
  remove(id: string): boolean {
    this.#release(id);
    return this.#byId.delete(id);
  }

  #release(id: string): void {
    for (const row of this.#rows.get(id) ?? []) this.#vectors.release(row);
    this.#rows.delete(id);
  }
}

/** A vacancy joined with the vectors of its texts, which `vectors` must hold by hash. */
export function storedVacancy(vacancy: Vacancy, vectors: ReadonlyMap<string, Float32Array>): StoredVacancy {
  const vectorOf = (text: string) => vectors.get(hashText(text)) ?? new Float32Array();
  const skills = (["must", "nice"] as const).flatMap((demand) =>
    (vacancy.skills?.[demand] ?? []).map((skill) => ({ skill, demand, vector: vectorOf(skill) })),
  );
  const parts = vacancyParts(vacancy).map(({ text, weight }) => ({ vector: vectorOf(text), weight }));
  return { vacancy, vector: weightedSum(parts, parts[0]?.vector.length ?? 0), skills };
}

/** Every text of a vacancy that needs a vector. */
export function vacancyTexts(vacancy: Vacancy): string[] {
  const { must = [], nice = [] } = vacancy.skills ?? {};
  return [...vacancyParts(vacancy).map(({ text }) => text), ...must, ...nice];
}
