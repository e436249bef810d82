import { createHash } from "node:crypto";
import { JobbmatchError } from "@jobbmatch/shared";
import { checkUnitVector } from "./check-vector.ts";
import { createNativeHnsw, type NativeHnsw } from "./hnsw-native.ts";
import { checkOwner } from "./owner.ts";
import { checkLimit, compareHits } from "./top-owners.ts";
import type { OwnerBits, OwnerHit, OwnerVectors, SearchRequest, VectorIndex } from "./vector-index.ts";

export interface HnswIndexOptions {
  readonly dimensions: number;
  /** Edges of each node (M). @default 16 */
  readonly connections?: number;
  /** Candidates that are weighed for each node's edges (efConstruction). @default 200 */
  readonly constructionEffort?: number;
}

export interface HnswSearchRequest extends SearchRequest {
  /** Nearest vectors that are asked for before the filter. @default 4 k */
  readonly fetch?: number;
  /** Candidates that are kept while searching (ef); at least `fetch`. @default 128 */
  readonly ef?: number;
  /** Whether to fetch more while the filter leaves fewer than `k`. @default true */
  readonly widen?: boolean;
}

/** One distinct vector in the graph. */
interface Node {
  readonly label: number;
  readonly key: string;
  readonly owners: Set<number>;
}

const defaults = { connections: 16, constructionEffort: 200, ef: 128, fetchFactor: 4 } as const;
const initialCapacity = 1024;
/** Labels are uint32 in the native index. */
const maximumLabel = 2 ** 32 - 1;
/** Deleted nodes stay in the graph until they are this share of it; then it is built anew from those that live. */
export const rebuildShare = 1 / 3;
/** Fewer deleted nodes than this are never worth a rebuild. */
const toleratedDeletions = 256;
const randomSeed = 100;

/**
 * Approximate search over the owners' background vectors with a hierarchical navigable small-world graph. Equal vectors
 * share a node, since a graph of many equal nodes falls apart. The nearest vectors are fetched without regard to the
 * filter and filtered then; while too few are left, four times as many are fetched.
 *
 * Adding takes around half a millisecond for each distinct vector. A rebuild takes as long for each that lives, at once
 * and in the calling thread; it is due after as many deletions as half of those.
 */
export class HnswIndex implements VectorIndex {
  readonly path = "hnswPostFilter";
  readonly dimensions: number;
  readonly #connections: number;
  readonly #constructionEffort: number;
  #native: NativeHnsw;
  #capacity = initialCapacity;
  /** By label; empty where a node is deleted. */
  #nodes: (Node | undefined)[] = [];
  readonly #byKey = new Map<string, Node>();
  readonly #nodesOf = new Map<number, readonly Node[]>();
  #rebuilds = 0;

  /** @throws JobbmatchError `nativeModuleMissing` */
  constructor({ dimensions, connections, constructionEffort }: HnswIndexOptions) {
    this.dimensions = dimensions;
    this.#connections = connections ?? defaults.connections;
    this.#constructionEffort = constructionEffort ?? defaults.constructionEffort;
    this.#native = this.#createNative(initialCapacity);
  }

  get owners(): number {
    return this.#nodesOf.size;
  }

  /** Distinct background vectors. */
  get vectors(): number {
    return this.#byKey.size;
  }

  /** Deleted vectors that are still in the graph. */
  get deleted(): number {
    return this.#nodes.length - this.#byKey.size;
  }

  /** How often the graph was built anew. */
  get rebuilds(): number {
    return this.#rebuilds;
  }

  has(owner: number): boolean {
    return this.#nodesOf.has(owner);
  }

  put(owner: number, { background, wish }: OwnerVectors): void {
    checkOwner(owner);
    for (const vector of background) checkUnitVector(vector, this.dimensions);
    for (const vector of wish) checkUnitVector(vector, this.dimensions);
    this.#reserve(this.#nodes.length + background.length);
    const nodes = new Set(background.map((vector) => this.#nodeOf(vector)));
    const old = this.#nodesOf.get(owner) ?? [];
    for (const node of nodes) node.owners.add(owner);
    this.#nodesOf.set(owner, [...nodes]);
    for (const node of old) if (!nodes.has(node)) this.#leave(node, owner);
    this.#rebuildIfStale();
  }

  remove(owner: number): boolean {
    const nodes = this.#nodesOf.get(owner);
    if (nodes === undefined) return false;
    this.#nodesOf.delete(owner);
    for (const node of nodes) this.#leave(node, owner);
    this.#rebuildIfStale();
    return true;
  }

  search(query: Float32Array, request: HnswSearchRequest): OwnerHit[] {
    const { k, allowed, fetch = k * defaults.fetchFactor, ef = defaults.ef, widen = true } = request;
    checkUnitVector(query, this.dimensions);
    checkLimit(k);
    const elements = Array.from(query);
    let wanted = Math.min(Math.max(k, fetch), this.vectors);
    for (;;) {
      const hits = this.#fetch(elements, { wanted, ef, allowed });
      if (hits.length >= k || !widen || wanted === this.vectors) return hits.slice(0, k);
      wanted = Math.min(wanted * 4, this.vectors);
    }
  }

  close(): void {
    this.#byKey.clear();
    this.#nodesOf.clear();
    this.#nodes = [];
    this.#native = this.#createNative(1);
  }

  /** The allowed owners of the nearest vectors, in order. */
  #fetch(
    query: number[],
    { wanted, ef, allowed }: { wanted: number; ef: number; allowed: OwnerBits | undefined },
  ): OwnerHit[] {
    if (wanted === 0) return [];
    this.#native.setEf(Math.max(ef, wanted));
    const { distances, neighbors } = this.#native.searchKnn(query, wanted);
    const best = new Map<number, number>();
    for (const [position, label] of neighbors.entries()) {
      const similarity = 1 - (distances[position] ?? 2);
      for (const owner of this.#nodes[label]?.owners ?? []) {
        if (isAllowed(owner, allowed)) best.set(owner, Math.max(similarity, best.get(owner) ?? -1));
      }
    }
    return [...best].map(([owner, similarity]) => ({ owner, similarity })).sort(compareHits);
  }

  #nodeOf(vector: Float32Array): Node {
    const key = keyOf(vector);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const node = { label: this.#nodes.length, key, owners: new Set<number>() };
    this.#native.addPoint(Array.from(vector), node.label);
    this.#nodes.push(node);
    this.#byKey.set(key, node);
    return node;
  }

  #leave(node: Node, owner: number): void {
    node.owners.delete(owner);
    if (node.owners.size > 0) return;
    this.#native.markDelete(node.label);
    this.#nodes[node.label] = undefined;
    this.#byKey.delete(node.key);
  }

  #reserve(nodes: number): void {
    if (nodes > maximumLabel) {
      throw new JobbmatchError({ code: "indexFull", message: "the graph holds as many vectors as it can" });
    }
    if (nodes <= this.#capacity) return;
    this.#capacity = Math.max(nodes, Math.ceil(this.#capacity * 1.5));
    this.#native.resizeIndex(this.#capacity);
  }

  #rebuildIfStale(): void {
    const { deleted } = this;
    if (deleted <= toleratedDeletions || deleted <= rebuildShare * this.#nodes.length) return;
    const old = this.#native;
    const living = [...this.#byKey.values()];
    this.#native = this.#createNative(Math.max(initialCapacity, Math.ceil(living.length * 1.5)));
    this.#nodes = [];
    this.#rebuilds += 1;
    for (const node of living) this.#move(old, node);
  }

  #move(old: NativeHnsw, { label, key, owners }: Node): void {
    const moved = { label: this.#nodes.length, key, owners };
    this.#native.addPoint(old.getPoint(label), moved.label);
    this.#nodes.push(moved);
    this.#byKey.set(key, moved);
    for (const owner of owners) {
      const nodes = this.#nodesOf.get(owner) ?? [];
      this.#nodesOf.set(
        owner,
        nodes.map((node) => (node.key === key ? moved : node)),
      );
    }
  }

  #createNative(maxElements: number): NativeHnsw {
    const native = createNativeHnsw(this.dimensions);
    const [m, efConstruction] = [this.#connections, this.#constructionEffort];
    native.initIndex({ maxElements, m, efConstruction, randomSeed });
    this.#capacity = maxElements;
    return native;
  }
}

function keyOf({ buffer, byteOffset, byteLength }: Float32Array): string {
  return createHash("sha256")
    .update(new Uint8Array(buffer, byteOffset, byteLength))
    .digest("base64");
}

function isAllowed(owner: number, allowed: OwnerBits | undefined): boolean {
  return allowed === undefined || (((allowed[owner >>> 5] ?? 0) >>> (owner & 31)) & 1) === 1;
}
