import { createRequire } from "node:module";
import { type Engine, filterBits, hasBit } from "../engine.ts";
import { dimensions, k, shares } from "../fixture.ts";

/** The part that is used here. Compiled when it is installed, so neither it nor its types are there on every machine. */
interface Hnswlib {
  readonly HierarchicalNSW: new (
    space: "ip",
    dimensions: number,
  ) => {
    initIndex(options: { maxElements: number; m: number; efConstruction: number }): void;
    addPoint(vector: number[], label: number): void;
    setEf(ef: number): void;
    searchKnn(query: number[], k: number, filter?: (label: number) => boolean): { neighbors: number[] };
  };
}

/** hnswlib-node with its filter callback, the same graph as ours and ef as high as our planner's least. */
export function hnswlibWithCallback(): Engine {
  const hnswlib: Hnswlib = createRequire(import.meta.url)("hnswlib-node");
  const index = new hnswlib.HierarchicalNSW("ip", dimensions);
  const filters = new Map<number, Uint32Array>();
  return {
    name: "hnswlib-node, filter callback",
    note: "M 16, efConstruction 200, ef 192; no callback where everything passes",
    sizeLimit: 100_000,
    build(fixture) {
      for (const share of shares) filters.set(share, filterBits(fixture, share));
      index.initIndex({ maxElements: fixture.size, m: 16, efConstruction: 200 });
      for (const [row, vector] of fixture.vectors.entries()) index.addPoint(Array.from(vector), row);
      index.setEf(192);
    },
    search(query, share) {
      const bits = filters.get(share) ?? new Uint32Array();
      const elements = Array.from(query);
      return share === 1
        ? index.searchKnn(elements, k).neighbors
        : index.searchKnn(elements, k, (row) => hasBit(bits, row)).neighbors;
    },
    close: () => undefined,
  };
}
