import { JobbmatchError } from "@jobbmatch/shared";
import type { ParticipantStore } from "../store/participant-store.ts";
import { columnImageOf, imageOfColumn, joinImages, partOf, type StoreImage } from "../store/store-image.ts";
import type { VacancyStore } from "../store/vacancy-store.ts";
import type { VectorStore } from "../vector-index/vector-store.ts";
import { type ReadOptions, readSnapshot, type SnapshotModel } from "./read-snapshot.ts";
import { type WriteOptions, writeSnapshot } from "./write-snapshot.ts";

/** Everything that a matcher holds. */
export interface Stores {
  readonly vectors: VectorStore;
  readonly participants: ParticipantStore;
  readonly vacancies: VacancyStore;
}

export interface SaveOptions extends WriteOptions {
  /** Whether profiles are written too; without them, only columns and vectors of participants can be read. @default true */
  readonly hasProfiles?: boolean;
}

/** Writes down what the stores hold at the moment of the call. They may change while it is written. */
export async function saveStores(
  file: string,
  stores: Stores,
  model: SnapshotModel,
  { hasProfiles = true, ...options }: SaveOptions = {},
): Promise<void> {
  const { vectors, participants, vacancies } = stores;
  const { texts, index, rowInImage, vectors: rows } = vectors.beginImage();
  const image = joinImages({
    vectors: { json: null, arrays: { ...texts }, streams: { rows } } satisfies StoreImage,
    index: imageOfColumn(index),
    participants: participants.beginImage(rowInImage, hasProfiles),
    vacancies: vacancies.beginImage(rowInImage),
  });
  try {
    await writeSnapshot(file, { model: model.modelId, dimensions: model.dimensions, image }, options);
  } finally {
    vectors.endImage();
    participants.endImage();
    vacancies.endImage();
  }
}

/**
 * Fills new stores with what a snapshot holds.
 *
 * @returns lets go of the file, part of which is read in place.
 * @throws JobbmatchError as `readSnapshot`.
 */
export async function openStores(
  file: string,
  stores: Stores,
  model: SnapshotModel,
  options?: ReadOptions,
): Promise<() => void> {
  const { image, file: opened } = await readSnapshot(file, model, options);
  try {
    const { arrays, sections } = partOf(image, "vectors");
    const { hashes, references } = arrays;
    const index = columnImageOf(partOf(image, "index"));
    if (!(hashes instanceof Uint32Array && references instanceof Uint32Array && sections.rows && index)) {
      throw new JobbmatchError({ code: "snapshotDamaged", message: "the snapshot lacks vectors" });
    }
    if (!stores.vectors.restore({ hashes, references }, index, sections.rows)) {
      throw new JobbmatchError({ code: "snapshotDamaged", message: "the snapshot's vectors cannot be read" });
    }
    stores.participants.restore(partOf(image, "participants"));
    stores.vacancies.restore(partOf(image, "vacancies"));
    return () => opened.close();
  } catch (error) {
    opened.close();
    throw error;
  }
}
