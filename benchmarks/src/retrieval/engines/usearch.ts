import { type Engine, filterBits, hasBit } from "../engine.ts";
import { dimensions, k, shares } from "../fixture.ts";

/** usearch has no filter in JavaScript: the nearest are fetched, more and more of them, and filtered afterwards. */
export async function usearch(): Promise<Engine> {
  const { Index, MetricKind, ScalarKind } = await import("usearch");
  const index = new Index({
    dimensions,
    metric: MetricKind.IP,
    quantization: ScalarKind.F32,
    connectivity: 16,
    expansion_add: 200,
    expansion_search: 192,
    multi: false,
  });
  const filters = new Map<number, Uint32Array>();
  let size = 0;
  const fetch = (query: Float32Array, bits: Uint32Array, wanted: number): number[] => {
    const { keys } = index.search(query, wanted, 1);
    const rows: number[] = [];
    for (const key of keys) if (hasBit(bits, Number(key))) rows.push(Number(key));
    return rows.length >= k || wanted === size
      ? rows.slice(0, k)
      : fetch(query, bits, Math.min(size, wanted * 4));
  };
  return {
    name: "usearch, post-filter",
    note: "connectivity 16, expansion 200/192, float32, one thread; its JavaScript interface takes no filter",
    sizeLimit: 100_000,
    build(fixture) {
      size = fixture.size;
      for (const share of shares) filters.set(share, filterBits(fixture, share));
      for (const [row, vector] of fixture.vectors.entries()) index.add(BigInt(row), vector);
    },
    search(query, share) {
      const wanted = Math.min(size, Math.ceil((k * (share === 1 ? 1 : 2)) / share));
      return fetch(query, filters.get(share) ?? new Uint32Array(), wanted);
    },
    close: () => undefined,
  };
}
