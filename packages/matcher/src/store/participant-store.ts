import type { Participant } from "@jobbmatch/shared";
import { LRUCache } from "lru-cache";
import { ChangedSlots } from "../columns/changed-slots.ts";
import type { ColumnImage } from "../columns/column-image.ts";
import { FormerPresence } from "../columns/former-presence.ts";
import type { Feature } from "../ranking/feature.ts";
import type { FeatureColumn } from "../ranking/feature-column.ts";
import { features } from "../ranking/features/index.ts";
import { SlotBounds } from "../ranking/slot-bounds/slot-bounds.ts";
import { SlotRecord } from "../ranking/slot-bounds/slot-record.ts";
import { Bitset } from "../rules/bitset.ts";
import type { FactColumn, Rule } from "../rules/rule.ts";
import { participantFacets } from "../text/facets.ts";
import type { Row, VectorStore } from "../vector-index/vector-store.ts";
import { imageOfColumns, type NamedColumn, restoreColumns } from "./column-images.ts";
import { FacetPlaces } from "./facet-places.ts";
import { type VectorsByText, withVectors } from "./part-vectors.ts";
import type { WrittenRecord } from "./record-bytes.ts";
import { RecordTable } from "./record-table.ts";
import { joinImages, partOf, type ReadStoreImage, type StoreImage } from "./store-image.ts";
import { type ParticipantTexts, type StoredParticipant, storedParticipant } from "./stored-participant.ts";

export type { StoredFacet, StoredParticipant } from "./stored-participant.ts";

/** A rule with the facts of all participants for it. */
export interface RuleColumnEntry {
  readonly rule: Rule;
  readonly column: FactColumn;
}

/** A feature with what its column knows of all participants. */
export interface FeatureColumnEntry {
  readonly feature: Feature;
  readonly column: FeatureColumn;
}

/**
 * Profiles that stay parsed; each takes some kilobytes. Few, so that most die young: those that outlive two collections of
 * young garbage cost a collection of the old (with 1,024 of them a list took 13.6 ms instead of 10.5, in one run).
 */
const parsedProfiles = 128;

/**
 * All participants, each in a slot of its own, with the rows of their vectors and the facts that rules read. A profile is
 * kept as JSON text and parsed when somebody looks at it: queries look at finalists only.
 */
export class ParticipantStore {
  readonly columns: readonly RuleColumnEntry[];
  readonly features: readonly FeatureColumnEntry[];
  readonly places = new FacetPlaces();
  readonly bounds = new SlotBounds();
  readonly changes = new ChangedSlots();
  /** What it was before the latest changes; columns of rules keep the facts. */
  readonly former = new FormerPresence();
  readonly #vectors: VectorStore;
  readonly #table = new RecordTable();
  readonly #parsed = new LRUCache<number, StoredParticipant>({ max: parsedProfiles });
  readonly #everyone = new Bitset();
  readonly #record = new SlotRecord();

  constructor(rules: readonly Rule[], vectors: VectorStore) {
    this.columns = rules.map((rule) => ({ rule, column: rule.createColumn() }));
    this.features = features.map((feature) => ({ feature, column: feature.createColumn() }));
    this.#vectors = vectors;
  }

  get size(): number {
    return this.#table.size;
  }

  /** The slots that are in use; must not be changed. */
  get everyone(): Bitset {
    return this.#everyone;
  }

  get(id: string): StoredParticipant | undefined {
    const slot = this.#table.slotOf(id);
    return slot === undefined ? undefined : this.at(slot);
  }

  /** The version that is stored; `undefined` where there is none. */
  versionOf(id: string): number | undefined {
    const slot = this.#table.slotOf(id);
    return slot === undefined ? undefined : this.#table.versionAt(slot);
  }

  /** The participant in a slot; `undefined` where there is none. Reads and parses the profile. */
  at(slot: number): StoredParticipant | undefined {
    const known = this.#parsed.get(slot);
    if (known !== undefined) return known;
    if (this.#table.idOf(slot) === undefined) return undefined;
    const stored = this.#parse(slot);
    this.#parsed.set(slot, stored);
    return stored;
  }

  /** The profile that is in a slot now, parsed when it is asked for. */
  profileAt(slot: number): () => Participant {
    const known = this.#parsed.peek(slot)?.participant;
    if (known !== undefined) return () => known;
    const record = this.#table.recordLater(slot);
    // It was checked before it was written, and the snapshot that it may lie in when that was opened.
    return () => record() as Participant;
  }

  /** The id of the participant in a slot, without reading the profile. */
  idOf(slot: number): string | undefined {
    return this.#table.idOf(slot);
  }

  /** The rows of the vectors of a slot's skills: a view, valid until the next change. */
  skillRows(slot: number): Uint32Array {
    return this.#table.rows(slot).subarray(this.places.countOf(slot));
  }

  /** The rows of the vectors in a slot, facets first, then skills: a view, valid until the next change. */
  rows(slot: number): Uint32Array {
    return this.#table.rows(slot);
  }

  /**
   * Stores a participant in place of an older version. `vectors` holds the vector of every text that is not stored yet. Nothing is changed if
   * a rule of the caller's own throws while it reads the participant, or the disk is full.
   *
   * @param texts the participant's, as `participantTexts` tells them.
   */
  put(participant: Participant, { facets, texts }: ParticipantTexts, vectors: VectorsByText): void {
    const commits = this.columns.map(({ column }) => column.prepare(participant));
    const rows = this.#vectors.acquire(withVectors(texts, vectors));
    const slot = this.#table.nextSlotFor(participant.id);
    const written = this.#write(participant, rows);
    this.#releaseRows(this.#table.rows(slot));
    this.#table.enter(participant, written, rows);
    // Whoever has just changed is asked about next.
    this.#parsed.set(slot, storedParticipant({ slot, participant, facets, rows }));
    this.#keepFormer(slot);
    this.#everyone.add(slot);
    this.places.set(slot, facets, rows);
    for (const commit of commits) commit(slot);
    for (const { column } of this.features) column.set(slot, participant);
    this.#pack(slot);
    this.changes.note(slot);
  }

  /** Nothing of the participant is kept. @returns whether there was one. */
  remove(id: string): boolean {
    const slot = this.#table.slotOf(id);
    if (slot === undefined) return false;
    this.#releaseRows(this.#table.rows(slot));
    this.#table.remove(id);
    this.#parsed.delete(slot);
    this.#everyone.delete(slot);
    this.places.remove(slot);
    for (const { column } of this.columns) column.remove(slot);
    for (const { column } of this.features) column.remove(slot);
    this.#pack(slot);
    this.changes.note(slot);
    this.#forgetFormer();
    return true;
  }

  /** What is stored at this moment; streams may be read until `endImage`. @param hasProfiles whether it can be read again from profiles. */
  beginImage(rowInImage: Uint32Array, hasProfiles = true): StoreImage {
    return joinImages({
      columns: imageOfColumns(this.#namedColumns(rowInImage)),
      table: this.#table.beginImage(rowInImage, hasProfiles),
    });
  }

  endImage(): void {
    this.#table.endImage();
  }

  /**
   * Takes on what an image holds; to be called on a new store whose vectors are there already. What it holds of no use,
   * such as facts for another version of a rule, is read again from the profiles.
   *
   * @throws JobbmatchError `snapshotDamaged` when something is missing.
   */
  restore(image: ReadStoreImage): void {
    this.#table.restore(partOf(image, "table"));
    for (const slot of this.#table.slots()) this.#everyone.add(slot);
    const stale = restoreColumns(this.#namedColumns(), partOf(image, "columns"));
    for (const slot of this.#table.slots()) {
      if (stale.size > 0) this.#readAgain(this.#parse(slot), stale);
      this.#pack(slot);
    }
  }

  close(): void {
    this.#table.close();
  }

  /** @param rowInImage the number that the image gives each row; needed for taking one only. */
  #namedColumns(rowInImage: Uint32Array = new Uint32Array(0)): NamedColumn[] {
    const places = {
      image: () => this.places.image(rowInImage),
      restore: (image: ColumnImage) => this.places.restore(image),
    };
    return [
      { name: "places", column: places },
      ...this.columns.map(({ rule, column }) => ({ name: `rule ${rule.id}`, column })),
      ...this.features.map(({ feature, column }) => ({ name: `feature ${feature.id}`, column })),
    ];
  }

  /** Brings the record of a slot up to date with the columns. */
  #pack(slot: number): void {
    this.#record.clear();
    this.places.pack(slot, this.#record);
    for (const { column } of this.features) column.pack(slot, this.#record);
    this.bounds.put(slot, this.#record);
  }

  /** Keeps what is known of whoever is in a slot, for lists on which it counts until they are brought up to date. */
  #keepFormer(slot: number): void {
    const { revision } = this.changes;
    this.former.keep(revision, this.#everyone.has(slot));
    for (const { column } of this.columns) column.keepFormer(slot, revision);
  }

  #forgetFormer(): void {
    this.former.forget(this.changes.revision);
    for (const { column } of this.columns) column.forgetFormer();
  }

  #readAgain({ slot, participant, facets }: StoredParticipant, stale: ReadonlySet<string>): void {
    if (stale.has("places")) this.places.set(slot, facets, this.#table.rows(slot));
    for (const { rule, column } of this.columns) {
      if (stale.has(`rule ${rule.id}`)) column.prepare(participant)(slot);
    }
    for (const { feature, column } of this.features) {
      if (stale.has(`feature ${feature.id}`)) column.set(slot, participant);
    }
  }

  #parse(slot: number): StoredParticipant {
    // It was checked before it was written, and the snapshot that it may lie in when that was opened.
    const participant = this.#table.record(slot) as Participant;
    const facets = participantFacets(participant);
    return storedParticipant({ slot, participant, facets, rows: [...this.#table.rows(slot)] });
  }

  /** Writes the profile down, or lets go of the rows and throws. */
  #write(participant: Participant, rows: readonly Row[]): WrittenRecord {
    try {
      return this.#table.write(participant);
    } catch (error) {
      this.#releaseRows(rows);
      throw error;
    }
  }

  #releaseRows(rows: Iterable<Row>): void {
    for (const row of rows) this.#vectors.release(row);
  }
}
