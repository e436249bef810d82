import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlannedSearch } from "../../src/retrieval/planned-search.ts";
import {
  areCellsWorthLearning,
  isGraphWorthBuilding,
  type PlanQuestion,
  planQuery,
} from "../../src/retrieval/query-planner.ts";
import { FlatIndex } from "../../src/vector-index/flat-index.ts";
import { HnswIndex } from "../../src/vector-index/hnsw-index.ts";
import { isHnswAvailable } from "../../src/vector-index/hnsw-native.ts";
import { bitsOf, randomNumbers, randomVector } from "./vectors.ts";

const costs = {
  scanBase: 10_000,
  scanPerElement: 0.1,
  cellBase: 50_000,
  graphBase: 50_000,
  graphPerCandidate: 200,
};

function question(changes: Partial<PlanQuestion>): PlanQuestion {
  return {
    allowedVectors: 100_000,
    totalVectors: 100_000,
    dimensions: 256,
    k: 20,
    graph: "ready",
    ...changes,
  };
}

describe("planQuery", () => {
  it("scans when few pass, and searches the graph when most of many do", () => {
    expect(planQuery(question({}), costs).kind).toBe("hnswPostFilter");
    expect(planQuery(question({ allowedVectors: 500 }), costs).kind).toBe("exactScan");
    expect(planQuery(question({ allowedVectors: 1_000, totalVectors: 1_000 }), costs).kind).toBe("exactScan");
  });

  it("never plans with a graph that is absent, not even when forced to", () => {
    for (const force of [undefined, "exactScan", "hnswPostFilter"] as const) {
      expect(planQuery(question({ graph: "absent", force }), costs).kind).toBe("exactScan");
    }
  });

  it("takes the plan that a request forces", () => {
    expect(planQuery(question({ force: "exactScan" }), costs).kind).toBe("exactScan");
    const forced = planQuery(question({ force: "hnswPostFilter", allowedVectors: 500 }), costs);
    expect(forced).toEqual({ kind: "hnswPostFilter", fetch: 8_000, ef: 8_000 });
  });

  it("goes from scan to graph once at most as more pass, and fetches k and no more than there are", () => {
    const size = fc.integer({ min: 1, max: 2_000_000 });
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 200 }), (totalVectors, k) => {
        const shares = [0, 0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 1];
        const plans = shares.map((share) =>
          planQuery(question({ totalVectors, allowedVectors: Math.round(share * totalVectors), k }), costs),
        );
        const kinds = plans.map(({ kind }) => kind);
        if (kinds.includes("hnswPostFilter")) {
          expect(kinds.slice(kinds.indexOf("hnswPostFilter"))).not.toContain("exactScan");
        }
        for (const plan of plans) {
          if (plan.kind !== "hnswPostFilter") continue;
          expect(plan.fetch).toBeGreaterThanOrEqual(Math.min(k, totalVectors));
          expect(plan.fetch).toBeLessThanOrEqual(totalVectors);
          expect(plan.ef).toBeGreaterThanOrEqual(plan.fetch);
        }
      }),
    );
  });

  it("looks into cells when that is far cheaper, and never without cells", () => {
    expect(planQuery(question({ graph: "absent", cells: 900 }), costs)).toEqual({
      kind: "cellScan",
      cells: 900,
    });
    expect(planQuery(question({ graph: "absent", cells: 900, allowedVectors: 2_000 }), costs).kind).toBe(
      "exactScan",
    );
    expect(planQuery(question({ graph: "absent", cells: 1, force: "cellScan" }), costs).kind).toBe(
      "exactScan",
    );
    expect(planQuery(question({ cells: 900, force: "hnswPostFilter" }), costs).kind).toBe("hnswPostFilter");
    expect(planQuery(question({ cells: 900 }), { ...costs, graphPerCandidate: 1 }).kind).toBe(
      "hnswPostFilter",
    );
  });

  it("learns cells for a large unit and not for a small one", () => {
    expect(areCellsWorthLearning(500, 256)).toBe(false);
    expect(areCellsWorthLearning(400_000, 256)).toBe(true);
  });

  it("builds a graph only where it is far cheaper than cells", () => {
    expect(isGraphWorthBuilding(400_000, 256, costs)).toBe(false);
    expect(isGraphWorthBuilding(400_000, 256, { ...costs, graphPerCandidate: 10 })).toBe(true);
    expect(isGraphWorthBuilding(1_500, 256, { ...costs, graphPerCandidate: 10 })).toBe(false);
  });
});

describe("PlannedSearch with cells", () => {
  it("takes the path that it says, and misses few", () => {
    const random = randomNumbers(41);
    const flat = new FlatIndex({ dimensions: 32 });
    for (let owner = 0; owner < 2_000; owner++) {
      flat.put(owner, { background: [randomVector(random, 32)], wish: [] });
    }
    flat.learnCells();
    const search = new PlannedSearch(flat);
    let found = 0;
    for (let each = 0; each < 20; each++) {
      const query = randomVector(random, 32);
      const { hits, plan } = search.search(query, { k: 10, force: "cellScan" });
      expect(plan).toEqual({ kind: "cellScan", cells: flat.cells });
      const owners = new Set(hits.map(({ owner }) => owner));
      const exact = search.search(query, { k: 10, force: "exactScan" });
      expect(exact.plan.kind).toBe("exactScan");
      found += exact.hits.filter(({ owner }) => owners.has(owner)).length;
    }
    // Random vectors have no groups: the worst case for cells.
    expect(found).toBeGreaterThan(190);
    expect(search.counts).toEqual({ exactScan: 20, cellScan: 20, hnswPostFilter: 0, fellBack: 0 });
  });
});

// The graph's native module is compiled when it is installed; without it there is nothing to choose between.
if (isHnswAvailable()) describe("PlannedSearch", describePlannedSearch);

function describePlannedSearch() {
  const dimensions = 32;
  const random = randomNumbers(31);
  const flat = new FlatIndex({ dimensions });
  const graph = new HnswIndex({ dimensions });
  for (let owner = 0; owner < 600; owner++) {
    const vectors = { background: [randomVector(random, dimensions)], wish: [] };
    flat.put(owner, vectors);
    graph.put(owner, vectors);
  }

  it("answers alike on both paths and counts them", () => {
    const search = new PlannedSearch(flat, graph);
    for (let each = 0; each < 10; each++) {
      const query = randomVector(random, dimensions);
      const owners = (["exactScan", "hnswPostFilter"] as const).map((force) => {
        const { hits, plan } = search.search(query, { k: 10, force });
        expect(plan.kind).toBe(force);
        return hits.map(({ owner }) => owner);
      });
      expect(owners[0]).toEqual(owners[1]);
    }
    expect(search.counts).toEqual({ exactScan: 10, cellScan: 0, hnswPostFilter: 10, fellBack: 0 });
  });

  it("completes a graph search that found too few with an exact scan, and says so", () => {
    const search = new PlannedSearch(flat, graph);
    const query = randomVector(random, dimensions);
    const farthest = flat
      .search(query, { k: 600 })
      .slice(-12)
      .map(({ owner }) => owner);
    const { hits, plan } = search.search(query, {
      k: 10,
      allowed: bitsOf(farthest),
      // The planner is told that half of all pass, so that it fetches far too few.
      allowedVectors: 300,
      force: "hnswPostFilter",
    });
    expect(plan.kind).toBe("exactScan");
    expect(hits.map(({ owner }) => owner)).toEqual(farthest.slice(0, 10));
    expect(search.counts).toEqual({ exactScan: 1, cellScan: 0, hnswPostFilter: 0, fellBack: 1 });
  });

  it("scans when it was given no graph", () => {
    const { plan } = new PlannedSearch(flat).search(randomVector(random, dimensions), { k: 5 });
    expect(plan).toEqual({ kind: "exactScan", vectors: 600 });
  });
}
