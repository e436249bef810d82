import {
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

/** This repository's own engine. `graph` says whether the planner has a graph to choose. */
export function jobbmatch(graph: "absent" | "whereItPays"): Engine {
  const flat = new FlatIndex({ dimensions, floats: new MemoryFloatVectors() });
  let search = new PlannedSearch(flat);
  let path = "";
  const filters = new Map<number, Filter>();
  return {
    name: graph === "absent" ? "Jobbmatch, exact only" : "Jobbmatch, planned",
    ...(graph === "absent" ? {} : { sizeLimit: 100_000 }),
    build(fixture) {
      for (const share of shares) filters.set(share, filterOf(fixture, share));
      for (const [owner, vector] of fixture.vectors.entries())
        flat.put(owner, { background: [vector], wish: [] });
      if (graph === "absent" || !isGraphWorthBuilding(flat.vectors, dimensions)) return;
      const hnsw = new HnswIndex({ dimensions });
      for (const [owner, vector] of fixture.vectors.entries())
        hnsw.put(owner, { background: [vector], wish: [] });
      search = new PlannedSearch(flat, hnsw);
    },
    search(query, share) {
      const { bits, count } = filters.get(share) ?? { bits: undefined, count: flat.vectors };
      const { hits, plan } = search.search(query, { k, allowed: bits, allowedVectors: count });
      path = plan.kind;
      return hits.map(({ owner }) => owner);
    },
    ...(graph === "absent" ? { bytes: () => flat.bytes } : {}),
    path: () => path,
    close: () => flat.close(),
  };
}

function filterOf(fixture: Fixture, share: number): Filter {
  if (share === 1) return { bits: undefined, count: fixture.size };
  const count = fixture.ranks.reduce((sum, rank) => sum + (rank < share ? 1 : 0), 0);
  return { bits: filterBits(fixture, share), count };
}
