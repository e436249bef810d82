import type { Participant } from "@jobbmatch/shared";
import { LRUCache } from "lru-cache";
import type { ValueColumn } from "../columns/value-column.ts";
import type { Feature } from "../ranking/feature.ts";
import { features } from "../ranking/features/index.ts";
import { Bitset } from "../rules/bitset.ts";
import type { FactColumn, Rule } from "../rules/rule.ts";
import { type Facet, participantFacets } from "../text/facets.ts";
import type { OwnerVectors } from "../vector-index/vector-index.ts";
import type { Row, VectorStore } from "../vector-index/vector-store.ts";
import { imageOfColumns, type NamedColumn, restoreColumns } from "./column-images.ts";
import { FacetSimilarities } from "./facet-similarities.ts";
import { hashedParts, hashedText, type VectorsByText } from "./part-vectors.ts";
import type { WrittenRecord } from "./record-bytes.ts";
import { RecordTable } from "./record-table.ts";
import { joinImages, partOf, type ReadStoreImage, type StoreImage } from "./store-image.ts";

/** A facet and the row of its vector. */
export interface StoredFacet extends Facet {
  readonly row: Row;
}

export interface StoredParticipant {
  readonly slot: number;
  readonly participant: Participant;
  readonly facets: readonly StoredFacet[];
  readonly skillRows: readonly Row[];
}

/** A rule with the facts of all participants for it. */
export interface RuleColumnEntry {
  readonly rule: Rule;
  readonly column: FactColumn;
}

/** A feature with what its column knows of all participants. */
export interface FeatureColumnEntry {
  readonly feature: Feature;
  readonly column: ValueColumn;
}

/** Profiles that stay parsed; each takes some kilobytes. */
const parsedProfiles = 1024;

/**
 * All participants, each in a slot of its own, with the rows of their vectors and the facts that rules read. A profile is
 * kept as JSON text and parsed when somebody looks at it: queries look at finalists only.
 */
export class ParticipantStore {
  readonly columns: readonly RuleColumnEntry[];
  readonly features: readonly FeatureColumnEntry[];
  readonly similarities: FacetSimilarities;
  readonly #vectors: VectorStore;
  readonly #table = new RecordTable();
  readonly #parsed = new LRUCache<number, StoredParticipant>({ max: parsedProfiles });
  readonly #everyone = new Bitset();

  constructor(rules: readonly Rule[], vectors: VectorStore) {
    this.columns = rules.map((rule) => ({ rule, column: rule.createColumn() }));
    this.features = features.map((feature) => ({ feature, column: feature.createColumn() }));
    this.#vectors = vectors;
    this.similarities = new FacetSimilarities(vectors.dimensions);
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

  /** The participant in a slot; `undefined` where there is none. Reads and parses the profile. */
  at(slot: number): StoredParticipant | undefined {
    const known = this.#parsed.get(slot);
    if (known !== undefined) return known;
    if (this.#table.idOf(slot) === undefined) return undefined;
    const stored = this.#parse(slot);
    this.#parsed.set(slot, stored);
    return stored;
  }

  /** The id of the participant in a slot, without reading the profile. */
  idOf(slot: number): string | undefined {
    return this.#table.idOf(slot);
  }

  /** The rows of the vectors in a slot, facets first, then skills: a view, valid until the next change. */
  rows(slot: number): Uint32Array {
    return this.#table.rows(slot);
  }

  /**
   * Stores a participant in place of an older version. `vectors` holds the vector of every text. Nothing is changed if
   * a rule of the caller's own throws while it reads the participant, or the disk is full.
   */
  put(participant: Participant, vectors: VectorsByText): void {
    const commits = this.columns.map(({ column }) => column.prepare(participant));
    const facets = participantFacets(participant);
    const facetTexts = facets.map(({ parts }) => hashedParts(parts, vectors));
    const skillTexts = (participant.skills ?? []).map((skill) => hashedText(skill, vectors));
    const rows = this.#vectors.acquire([...facetTexts, ...skillTexts]);
    const compared = ownerVectors(
      facets,
      facetTexts.map(({ vector }) => vector),
    );
    const slot = this.#table.nextSlotFor(participant.id);
    const written = this.#write(participant, slot, { vectors: compared, rows });
    this.#releaseRows(this.#table.rows(slot));
    this.#table.enter(participant.id, written, rows);
    this.#parsed.delete(slot);
    this.#everyone.add(slot);
    for (const commit of commits) commit(slot);
    for (const { column } of this.features) column.set(slot, participant);
  }

  /** @returns whether there was such a participant. */
  remove(id: string): boolean {
    const slot = this.#table.slotOf(id);
    if (slot === undefined) return false;
    this.#releaseRows(this.#table.rows(slot));
    this.#table.remove(id);
    this.#parsed.delete(slot);
    this.#everyone.delete(slot);
    this.similarities.remove(slot);
    for (const { column } of this.columns) column.remove(slot);
    for (const { column } of this.features) column.remove(slot);
    return true;
  }

  /** What is stored at this moment; streams may be read until `endImage`. */
  beginImage(rowInImage: Uint32Array): StoreImage {
    return joinImages({
      columns: imageOfColumns(this.#namedColumns),
      table: this.#table.beginImage(rowInImage),
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
    const stale = restoreColumns(this.#namedColumns, partOf(image, "columns"));
    if (stale.size === 0) return;
    for (const slot of this.#table.slots()) this.#readAgain(this.#parse(slot), stale);
  }

  close(): void {
    this.#table.close();
  }

  get #namedColumns(): NamedColumn[] {
    return [
      { name: "similarities", column: this.similarities },
      ...this.columns.map(({ rule, column }) => ({ name: `rule ${rule.id}`, column })),
      ...this.features.map(({ feature, column }) => ({ name: `feature ${feature.id}`, column })),
    ];
  }

  #readAgain({ slot, participant, facets }: StoredParticipant, stale: ReadonlySet<string>): void {
    if (stale.has("similarities")) {
      const vectors = facets.map(({ row }) => this.#vectors.vector(row));
      this.similarities.put(slot, ownerVectors(facets, vectors));
    }
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
    const rows = this.#table.rows(slot);
    const facets = participantFacets(participant).map((facet, index) => ({
      ...facet,
      row: rows[index] ?? 0,
    }));
    return { slot, participant, facets, skillRows: [...rows.subarray(facets.length)] };
  }

  /** Writes the profile down and makes its facets comparable, or lets go of the rows and throws. */
  #write(participant: Participant, slot: number, { vectors, rows }: TextRows): WrittenRecord {
    let written: WrittenRecord | undefined;
    try {
      written = this.#table.write(participant);
      this.similarities.put(slot, vectors);
      return written;
    } catch (error) {
      if (written !== undefined) this.#table.discard(written);
      this.#releaseRows(rows);
      throw error;
    }
  }

  #releaseRows(rows: Iterable<Row>): void {
    for (const row of rows) this.#vectors.release(row);
  }
}

interface TextRows {
  readonly vectors: OwnerVectors;
  readonly rows: readonly Row[];
}

function ownerVectors(facets: readonly Facet[], vectors: readonly Float32Array[]): OwnerVectors {
  const background: Float32Array[] = [];
  const wish: Float32Array[] = [];
  for (let index = 0; index < facets.length; index++) {
    const vector = vectors[index];
    if (vector !== undefined) (facets[index]?.kind === "wish" ? wish : background).push(vector);
  }
  return { background, wish };
}

/** Every text of a participant that needs a vector. */
export function participantTexts(participant: Participant): string[] {
  return [
    ...participantFacets(participant).flatMap(({ parts }) => parts.map(({ text }) => text)),
    ...(participant.skills ?? []),
  ];
}
