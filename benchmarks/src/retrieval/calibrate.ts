import { FlatIndex, HnswIndex, type PlannerCalibration } from "@jobbmatch/matcher";
import { dimensions, type Fixture, k } from "./fixture.ts";
import { quantile } from "./measure.ts";

const repetitions = 60;
const smallScan = 500;
const [lowEf, highEf] = [192, 1_536];

/** Measures what the planner's cost model is made of, in nanoseconds. */
export function calibrate(fixture: Fixture): PlannerCalibration {
  const flat = new FlatIndex({ dimensions });
  const graph = new HnswIndex({ dimensions });
  for (const [owner, vector] of fixture.vectors.entries()) {
    flat.put(owner, { background: [vector], wish: [] });
    graph.put(owner, { background: [vector], wish: [] });
  }
  flat.learnCells();
  const few = firstOwners(smallScan);
  const [small = 0, whole = 0, cells = 0, low = 0, high = 0] = undisturbedTimes(fixture, [
    (query) => flat.search(query, { k, allowed: few }),
    (query) => flat.search(query, { k }),
    (query) => flat.search(query, { k, approximate: true }),
    (query) => graph.search(query, { k, fetch: k, ef: lowEf }),
    (query) => graph.search(query, { k, fetch: k, ef: highEf }),
  ]);
  const compared = flat.cells + comparedByCells(flat, fixture);
  const scanPerVector = (whole - small) / (fixture.size - smallScan);
  const graphPerEf = (high - low) / (highEf - lowEf);
  flat.close();
  graph.close();
  return {
    scanBase: Math.max(0, small - smallScan * scanPerVector),
    scanPerElement: scanPerVector / dimensions,
    cellBase: Math.max(0, cells - compared * scanPerVector),
    graphBase: Math.max(0, low - lowEf * graphPerEf),
    graphPerCandidate: graphPerEf / Math.log2(fixture.size),
  };
}

/** Vectors that a search by cells compares, on average. */
function comparedByCells(flat: FlatIndex, { queries }: Fixture): number {
  const before = flat.compared;
  for (const query of queries) flat.search(query, { k, approximate: true });
  return (flat.compared - before) / queries.length;
}

type Action = (query: Float32Array) => unknown;

/** Nanoseconds of each action where little disturbed it (the first decile), the actions taking turns. */
function undisturbedTimes({ queries }: Fixture, actions: readonly Action[]): number[] {
  const times = actions.map((): number[] => []);
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const query = queries[repetition % queries.length] ?? new Float32Array(dimensions);
    for (const [index, act] of actions.entries()) {
      const start = performance.now();
      act(query);
      times[index]?.push((performance.now() - start) * 1e6);
    }
  }
  return times.map((each) =>
    quantile(
      each.sort((a, b) => a - b),
      0.1,
    ),
  );
}

function firstOwners(count: number): Uint32Array {
  const words = new Uint32Array(Math.ceil(count / 32));
  for (let owner = 0; owner < count; owner++)
    words[owner >>> 5] = (words[owner >>> 5] ?? 0) | (1 << (owner & 31));
  return words;
}
