import { describe, expect, it } from "vitest";
import { logNormal, type Sampler, weighted, wholeLogNormal, zipf } from "../src/distributions.ts";
import { Random } from "../src/random.ts";
import { frequencies, median, share } from "./measures.ts";

const count = 20_000;

function drawn<Value>(sampler: Sampler<Value>): Value[] {
  const random = new Random(11, 0, 0);
  return Array.from({ length: count }, () => sampler(random));
}

describe("distributions", () => {
  it("chooses by weight and never what weighs nothing", () => {
    const values = drawn(
      weighted([
        ["never", 0],
        ["seldom", 1],
        ["often", 3],
      ] as const),
    );
    expect(values).not.toContain("never");
    expect(share(values, (value) => value === "often")).toBeCloseTo(0.75, 1);
  });

  it("follows Zipf's law: the second is half as common as the first, the fourth a quarter", () => {
    const counts = new Map(frequencies(drawn(zipf(["a", "b", "c", "d"]))));
    const first = counts.get("a") ?? 0;
    expect((counts.get("b") ?? 0) / first).toBeCloseTo(1 / 2, 1);
    expect((counts.get("d") ?? 0) / first).toBeCloseTo(1 / 4, 1);
  });

  it("has the median and the spread that a log-normal distribution should have", () => {
    const values = drawn((random) => logNormal(random, 40, 1));
    expect(median(values) / 40).toBeCloseTo(1, 1);
    // In a log-normal distribution 84 % lie below median × e^sigma.
    expect(share(values, (value) => value < 40 * Math.E)).toBeCloseTo(0.841, 1);
  });

  it("keeps whole log-normal numbers inside their bounds", () => {
    const values = drawn((random) => wholeLogNormal(random, { median: 40, sigma: 2, min: 3, max: 60 }));
    expect(Math.min(...values)).toBe(3);
    expect(Math.max(...values)).toBe(60);
    expect(values.every(Number.isInteger)).toBe(true);
  });
});
