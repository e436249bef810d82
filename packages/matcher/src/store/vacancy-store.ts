import type { Vacancy } from "@jobbmatch/shared";
import { LRUCache } from "lru-cache";
import { ChangedSlots } from "../columns/changed-slots.ts";
import { vacancyParts } from "../text/vacancy-parts.ts";
import type { VectorStore } from "../vector-index/vector-store.ts";
import { type HashedText, hashedParts, hashedText, type VectorsByText, withVectors } from "./part-vectors.ts";
import { RecordTable } from "./record-table.ts";
import type { ReadStoreImage, StoreImage } from "./store-image.ts";

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

const none = new Float32Array();

/** Vacancies that stay parsed, with their vectors: all of a municipality. Each takes some kilobytes. */
const parsedVacancies = 10_000;

/** All vacancies, kept as JSON text and parsed when they are asked for; their vectors lie in the common store. */
export class VacancyStore {
  /** Which slots hold another vacancy than before, or none any more. */
  readonly changes = new ChangedSlots();
  readonly #vectors: VectorStore;
  readonly #table = new RecordTable();
  readonly #parsed = new LRUCache<number, StoredVacancy>({ max: parsedVacancies });

  constructor(vectors: VectorStore) {
    this.#vectors = vectors;
  }

  get size(): number {
    return this.#table.size;
  }

  get(id: string): StoredVacancy | undefined {
    const slot = this.#table.slotOf(id);
    return slot === undefined ? undefined : this.at(slot);
  }

  /** The version that is stored; `undefined` where there is none. */
  versionOf(id: string): number | undefined {
    const slot = this.#table.slotOf(id);
    return slot === undefined ? undefined : this.#table.versionAt(slot);
  }

  /** The vacancy in a slot, in which one must be. */
  at(slot: number): StoredVacancy {
    const known = this.#parsed.get(slot);
    if (known !== undefined) return known;
    const stored = this.#parse(slot);
    this.#parsed.set(slot, stored);
    return stored;
  }

  /** The id of the vacancy in a slot, without reading the vacancy. */
  idOf(slot: number): string | undefined {
    return this.#table.idOf(slot);
  }

  /** The slots that are in use, in the order in which their vacancies came. */
  slots(): Iterable<number> {
    return this.#table.slots();
  }

  /** The rows of the vectors in a slot, the vacancy's own first, then skills: a view, valid until the next change. */
  rows(slot: number): Uint32Array {
    return this.#table.rows(slot);
  }

  /** Whether a vacancy is there and has not changed after that revision of `changes`, as far as is known. */
  isAsOf(id: string, revision: number): boolean {
    const slot = this.#table.slotOf(id);
    return slot !== undefined && this.changes.since(revision)?.has(slot) === false;
  }

  /** The ids of all vacancies, in the order in which they came. */
  ids(): string[] {
    return [...this.#table.ids()];
  }

  *values(): IterableIterator<StoredVacancy> {
    for (const slot of this.#table.slots()) yield this.at(slot);
  }

  /**
   * Stores a vacancy in place of an older version; `vectors` holds the vector of every text that is not stored yet.
   *
   * @param texts the vacancy's, as `vacancyTexts` tells them.
   */
  put(vacancy: Vacancy, { texts }: VacancyTexts, vectors: VectorsByText): void {
    const rows = this.#vectors.acquire(withVectors(texts, vectors));
    try {
      const written = this.#table.write(vacancy);
      this.#release(vacancy.id);
      this.#noteChange(this.#table.enter(vacancy, written, rows));
    } catch (error) {
      for (const row of rows) this.#vectors.release(row);
      throw error;
    }
  }

  /** @returns whether there was such a vacancy. */
  remove(id: string): boolean {
    const slot = this.#table.slotOf(id);
    if (slot === undefined) return false;
    this.#release(id);
    this.#table.remove(id);
    this.#noteChange(slot);
    return true;
  }

  /** What is stored at this moment; streams may be read until `endImage`. */
  beginImage(rowInImage: Uint32Array): StoreImage {
    return this.#table.beginImage(rowInImage);
  }

  endImage(): void {
    this.#table.endImage();
  }

  /**
   * Takes on what an image holds; to be called on a new store.
   *
   * @throws JobbmatchError `snapshotDamaged` when something is missing.
   */
  restore(image: ReadStoreImage): void {
    this.#table.restore(image);
  }

  close(): void {
    this.#table.close();
  }

  #noteChange(slot: number): void {
    this.#parsed.delete(slot);
    this.changes.note(slot);
  }

  #parse(slot: number): StoredVacancy {
    // It was checked before it was written, and the snapshot that it may lie in when that was opened.
    const vacancy = this.#table.record(slot) as Vacancy;
    const [first = 0, ...skillRows] = this.#table.rows(slot);
    const skills = askedSkills(vacancy).map(({ skill, demand }, index) => ({
      skill,
      demand,
      vector: this.#vectors.vector(skillRows[index] ?? 0),
    }));
    return { vacancy, vector: this.#vectors.vector(first), skills };
  }

  #release(id: string): void {
    const slot = this.#table.slotOf(id);
    if (slot === undefined) return;
    for (const row of this.#table.rows(slot)) this.#vectors.release(row);
  }
}

/** What is compared of a vacancy. */
export interface VacancyTexts {
  /** Its own, then those of the skills that it asks for. */
  readonly texts: readonly HashedText[];
}

/** Every text of a vacancy that needs a vector. */
export function vacancyTexts(vacancy: Vacancy): VacancyTexts {
  const skills = askedSkills(vacancy).map(({ skill }) => hashedText(skill));
  return { texts: [hashedParts(vacancyParts(vacancy)), ...skills] };
}

/** A vacancy joined with the vectors of its texts, which `vectors` must hold. */
export function storedVacancy(
  vacancy: Vacancy,
  { texts }: VacancyTexts,
  vectors: VectorsByText,
): StoredVacancy {
  const [own, ...ofSkills] = withVectors(texts, vectors).map(({ vector }) => vector());
  const skills = askedSkills(vacancy).map((asked, index) => ({ ...asked, vector: ofSkills[index] ?? none }));
  return { vacancy, vector: own ?? none, skills };
}

function askedSkills({ skills }: Vacancy): { readonly skill: string; readonly demand: "must" | "nice" }[] {
  return (["must", "nice"] as const).flatMap((demand) =>
    (skills?.[demand] ?? []).map((skill) => ({ skill, demand })),
  );
}
