import {
  areCellsWorthLearning,
  FlatIndex,
  HnswIndex,
  isGraphWorthBuilding,
  MemoryFloatVectors,
  PlannedSearch,
} from "@jobbmatch/matcher";
import type { Engine } from "../engine.ts";
import { filterBits } from "../engine.ts";
import { dimensions, type Fixture, k, shares } from "../fixture.ts";

interface Filter {
  readonly bits: Uint32Array | undefined;
  readonly count: number;
}

const engines = {
  exact: { name: "Jobbmatch, exact only" },
  planned: {
    name: "Jobbmatch, planned",
    note: "learns cells where its cost model says that they pay; builds no graph",
  },
  plannedWithGraph: {
    name: "Jobbmatch with a graph",
    note: "learns cells, and builds a graph, where its cost model says that they pay: a graph for a million",
  },
} as const;

/** This repository's own engine: as exact search alone, or with what the planner finds worth learning or building. */
export function jobbmatch(kind: keyof typeof engines): Engine {
  const flat = new FlatIndex({ dimensions, floats: new MemoryFloatVectors() });
  let search = new PlannedSearch(flat);
  let path = "";
  const filters = new Map<number, Filter>();
  return {
    ...engines[kind],
    build(fixture) {
      for (const share of shares) filters.set(share, filterOf(fixture, share));
      for (const [owner, vector] of fixture.vectors.entries())
        flat.put(owner, { background: [vector], wish: [] });
      if (kind === "exact") return;
      if (areCellsWorthLearning(flat.vectors, dimensions)) flat.learnCells();
      if (kind === "plannedWithGraph" && isGraphWorthBuilding(flat.vectors, dimensions)) {
        search = new PlannedSearch(flat, graphOf(fixture));
      }
    },
    search(query, share) {
      const { bits, count } = filters.get(share) ?? { bits: undefined, count: flat.vectors };
      const { hits, plan } = search.search(query, { k, allowed: bits, allowedVectors: count });
      path = plan.kind;
      return hits.map(({ owner }) => owner);
    },
    ...(kind === "exact" ? { bytes: () => flat.bytes } : {}),
    path: () => path,
    close: () => flat.close(),
  };
}

function graphOf({ vectors }: Fixture): HnswIndex {
  const graph = new HnswIndex({ dimensions });
  for (const [owner, vector] of vectors.entries()) graph.put(owner, { background: [vector], wish: [] });
  return graph;
}

function filterOf(fixture: Fixture, share: number): Filter {
  if (share === 1) return { bits: undefined, count: fixture.size };
  const count = fixture.ranks.reduce((sum, rank) => sum + (rank < share ? 1 : 0), 0);
  return { bits: filterBits(fixture, share), count };
}
