import type { FlatIndex } from "../vector-index/flat-index.ts";
import type { HnswIndex } from "../vector-index/hnsw-index.ts";
import type { OwnerBits, OwnerHit } from "../vector-index/vector-index.ts";
import { type HnswPostFilterPlan, planQuery, type RetrievalPlan } from "./query-planner.ts";

export interface PlannedRequest {
  readonly k: number;
  readonly allowed?: OwnerBits | undefined;
  /** Vectors of the allowed owners. @default all */
  readonly allowedVectors?: number | undefined;
  readonly force?: RetrievalPlan["kind"] | undefined;
}

export interface PlannedAnswer {
  readonly hits: OwnerHit[];
  /** The plan that gave the hits. */
  readonly plan: RetrievalPlan;
}

/**
 * How many searches took each path; `fellBack` counts the exact scans that replaced a graph search which found too few.
 */
export interface PathCounts {
  exactScan: number;
  cellScan: number;
  hnswPostFilter: number;
  fellBack: number;
}

/** The exact index, with or without cells, and perhaps a graph over the same owners, behind one search. */
export class PlannedSearch {
  readonly counts: PathCounts = { exactScan: 0, cellScan: 0, hnswPostFilter: 0, fellBack: 0 };
  readonly #flat: FlatIndex;
  readonly #graph: HnswIndex | undefined;

  constructor(flat: FlatIndex, graph?: HnswIndex) {
    this.#flat = flat;
    this.#graph = graph;
  }

  /**
   * @throws JobbmatchError `invalidVector` for a query that is not a finite vector of length 1; `invalidRequest` when
   * `k` is not a positive integer.
   */
  search(query: Float32Array, request: PlannedRequest): PlannedAnswer {
    const { k, allowed, force } = request;
    const plan = planQuery({
      allowedVectors: request.allowedVectors ?? this.#flat.vectors,
      totalVectors: this.#flat.vectors,
      dimensions: this.#flat.dimensions,
      k,
      cells: this.#flat.cells,
      graph: this.#graph === undefined ? "absent" : "ready",
      force,
    });
    if (plan.kind === "hnswPostFilter") return this.#searchGraph(query, request, plan);
    this.counts[plan.kind] += 1;
    return { hits: this.#flat.search(query, { k, allowed, approximate: plan.kind === "cellScan" }), plan };
  }

  #searchGraph(query: Float32Array, request: PlannedRequest, plan: HnswPostFilterPlan): PlannedAnswer {
    const { k, allowed } = request;
    const { fetch, ef } = plan;
    const hits = this.#graph?.search(query, { k, allowed, fetch, ef, widen: false }) ?? [];
    if (hits.length < k) return this.#fallBack(query, request);
    this.counts.hnswPostFilter += 1;
    return { hits, plan };
  }

  /** The filter spared fewer of the nearest than the planner expected; an exact scan misses none. */
  #fallBack(query: Float32Array, request: PlannedRequest): PlannedAnswer {
    this.counts.fellBack += 1;
    return this.search(query, { ...request, force: "exactScan" });
  }
}
