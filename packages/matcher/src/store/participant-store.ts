import type { Participant } from "@jobbmatch/shared";
import type { ValueColumn } from "../columns/value-column.ts";
import { hashText } from "../embedding/text-hash.ts";
import type { Feature } from "../ranking/feature.ts";
import { features } from "../ranking/features/index.ts";
import { Bitset } from "../rules/bitset.ts";
import type { FactColumn, Rule } from "../rules/rule.ts";
import { type Facet, participantFacets } from "../text/facets.ts";
import type { Row, VectorStore } from "../vector-index/vector-store.ts";
import { FacetSimilarities } from "./facet-similarities.ts";
import { hashParts, vectorOfParts } from "./part-vectors.ts";

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

/** All participants, each in a slot of its own, with the rows of their vectors and the facts that rules read. */
export class ParticipantStore {
  readonly columns: readonly RuleColumnEntry[];
  readonly features: readonly FeatureColumnEntry[];
  readonly similarities: FacetSimilarities;
  readonly #vectors: VectorStore;
  readonly #bySlot: (StoredParticipant | undefined)[] = [];
  readonly #byId = new Map<string, StoredParticipant>();
  readonly #freeSlots: number[] = [];
  readonly #everyone = new Bitset();

  constructor(rules: readonly Rule[], vectors: VectorStore) {
    this.columns = rules.map((rule) => ({ rule, column: rule.createColumn() }));
    this.features = features.map((feature) => ({ feature, column: feature.createColumn() }));
    this.#vectors = vectors;
    this.similarities = new FacetSimilarities(vectors);
  }

  get size(): number {
    return this.#byId.size;
  }

  /** The slots that are in use; must not be changed. */
  get everyone(): Bitset {
    return this.#everyone;
  }

  get(id: string): StoredParticipant | undefined {
    return this.#byId.get(id);
  }

  at(slot: number): StoredParticipant | undefined {
    return this.#bySlot[slot];
  }

  values(): IterableIterator<StoredParticipant> {
    return this.#byId.values();
  }

  /**
   * Stores a participant in place of an older version. `vectors` holds the vector of every text, by hash. Nothing is
   * changed if a rule of the caller's own throws while it reads the participant.
   */
  put(participant: Participant, vectors: ReadonlyMap<string, Float32Array>): void {
    const commits = this.columns.map(({ column }) => column.prepare(participant));
    const facets = participantFacets(participant);
    const skills = participant.skills ?? [];
    const needed = new Map([
      ...facets.map(({ parts }) => [hashParts(parts), vectorOfParts(parts, vectors)] as const),
      ...skills.map(hashText).map((hash) => [hash, vectors.get(hash) ?? new Float32Array()] as const),
    ]);
    const hashes = [...facets.map(({ parts }) => hashParts(parts)), ...skills.map(hashText)];
    const rows = this.#vectors.acquire(hashes, needed);
    const old = this.#byId.get(participant.id);
    const slot = old?.slot ?? this.#freeSlots.at(-1) ?? this.#bySlot.length;
    const stored = {
      slot,
      participant,
      facets: facets.map((facet, index) => ({ ...facet, row: rows[index] ?? 0 })),
      skillRows: rows.slice(facets.length),
    };
    this.#index(stored);
    if (slot === this.#freeSlots.at(-1)) this.#freeSlots.pop();
    this.#bySlot[slot] = stored;
    this.#byId.set(participant.id, stored);
    this.#everyone.add(slot);
    if (old !== undefined) this.#releaseRows(old);
    for (const commit of commits) commit(slot);
    for (const { column } of this.features) column.set(slot, participant);
  }

  /** @returns whether there was such a participant. */
  remove(id: string): boolean {
    const stored = this.#byId.get(id);
    if (stored === undefined) return false;
    this.#releaseRows(stored);
    this.#byId.delete(id);
    this.#bySlot[stored.slot] = undefined;
    this.#everyone.delete(stored.slot);
    this.similarities.remove(stored.slot);
    for (const { column } of this.columns) column.remove(stored.slot);
    for (const { column } of this.features) column.remove(stored.slot);
    this.#freeSlots.push(stored.slot);
    return true;
  }

  /** Makes the facets comparable, or lets go of their rows and throws. */
  #index(stored: StoredParticipant): void {
    try {
      this.similarities.put(stored);
    } catch (error) {
      this.#releaseRows(stored);
      throw error;
    }
  }

  #releaseRows({ facets, skillRows }: StoredParticipant): void {
    for (const { row } of facets) this.#vectors.release(row);
    for (const row of skillRows) this.#vectors.release(row);
  }
}

/** Every text of a participant that needs a vector. */
export function participantTexts(participant: Participant): string[] {
  return [
    ...participantFacets(participant).flatMap(({ parts }) => parts.map(({ text }) => text)),
    ...(participant.skills ?? []),
  ];
}
