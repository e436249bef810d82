import fc from "fast-check";
import { expect, it } from "vitest";
import { PartialScores } from "../../src/retrieval/vacancies/partial-scores.ts";

const features = 4;
const value = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(Number.NaN));
const least = fc.oneof(
  fc.double({ min: 0, max: 1.2, noNaN: true }),
  fc.constantFrom(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
);
const scored = fc.record({ least, values: fc.array(value, { minLength: features, maxLength: features }) });
const weights = fc.array(fc.constantFrom(0, 0.1, 0.35, 2), { minLength: features, maxLength: features });

function mean(values: readonly number[], weights: readonly number[]): number {
  const asked = values.flatMap((each, index) =>
    Number.isNaN(each) ? [] : [{ each, weight: weights[index] ?? 0 }],
  );
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 0 : asked.reduce((sum, { each, weight }) => sum + weight * each, 0) / total;
}

it("leave out what can't reach its least before all features are added, and nothing that does", () => {
  fc.assert(
    fc.property(fc.array(scored, { maxLength: 40 }), weights, (all, weights) => {
      const scores = new PartialScores(Float64Array.from(all, (each) => each.least));
      for (const [index, weight] of weights.entries()) {
        scores.narrow(weights.slice(index).reduce<number>((sum, each) => sum + each, 0));
        const values = [...scores.positions].map((position) => all[position]?.values[index] ?? 0);
        scores.add(Float64Array.from(values), weight);
      }
      const means = scores.means();
      const left = new Map([...scores.positions].map((position, index) => [position, means[index] ?? 0]));
      for (const [position, { values, least: needed }] of all.entries()) {
        const score = mean(values, weights);
        if (score >= needed) expect(left.has(position)).toBe(true);
        if (left.has(position)) expect(left.get(position)).toBeCloseTo(score, 12);
      }
    }),
  );
});

it("leave out at once what no score reaches, and tell where the others stood", () => {
  const scores = new PartialScores(Float64Array.of(0.5, 1.1, 0.2, 0.9));
  expect(scores.narrow(1)).toEqual(Uint32Array.of(0, 2, 3));
  scores.add(Float64Array.of(0, 0, 0.5), 0.5);
  expect(scores.narrow(0.5)).toEqual(Uint32Array.of(0, 1));
  expect(scores.positions).toEqual(Uint32Array.of(0, 2));
  scores.add(Float64Array.of(1, Number.NaN), 0.5);
  expect(scores.means()).toEqual(Float64Array.of(0.5, 0));
});
