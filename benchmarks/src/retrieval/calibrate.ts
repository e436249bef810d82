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
  const few = firstOwners(smallScan);
  const [small, whole, low, high] = medians(fixture, [
    (query) => flat.search(query, { k, allowed: few }),
    (query) => flat.search(query, { k }),
    (query) => graph.search(query, { k, fetch: k, ef: lowEf }),
    (query) => graph.search(query, { k, fetch: k, ef: highEf }),
  ]);
  const scanPerVector = (whole - small) / (fixture.size - smallScan);
  const graphPerEf = (high - low) / (highEf - lowEf);
  flat.close();
  graph.close();
  return {
    scanBase: Math.max(0, small - smallScan * scanPerVector),
    scanPerElement: scanPerVector / dimensions,
    graphBase: Math.max(0, low - lowEf * graphPerEf),
    graphPerCandidate: graphPerEf / Math.log2(fixture.size),
  };
}

type Four = readonly [number, number, number, number];
type Action = (query: Float32Array) => unknown;

/** Median nanoseconds of each action, the actions taking turns. */
function medians({ queries }: Fixture, actions: readonly [Action, Action, Action, Action]): Four {
  const times = actions.map((): number[] => []);
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const query = queries[repetition % queries.length] ?? new Float32Array(dimensions);
    for (const [index, act] of actions.entries()) {
      const start = performance.now();
      act(query);
      times[index]?.push((performance.now() - start) * 1e6);
    }
  }
  const [first = 0, second = 0, third = 0, fourth = 0] = times.map((each) =>
    quantile(
      each.sort((a, b) => a - b),
      0.5,
    ),
  );
  return [first, second, third, fourth];
}

function firstOwners(count: number): Uint32Array {
  const words = new Uint32Array(Math.ceil(count / 32));
  for (let owner = 0; owner < count; owner++)
    words[owner >>> 5] = (words[owner >>> 5] ?? 0) | (1 << (owner & 31));
  return words;
}
