import { describe, expect, it } from "vitest";
import { meanOfTokens, rowsOf } from "../../src/embedding/pooling.ts";

describe("pooling", () => {
  it("takes the mean of a text's tokens without its padding, and scales it to length 1", () => {
    const tokens = { dims: [2, 3, 2], data: Float32Array.of(3, 0, 0, 4, 9, 9, 0, 2, 9, 9, 9, 9) };
    const mask = { dims: [2, 3], data: BigInt64Array.of(1n, 1n, 0n, 1n, 0n, 0n) };
    const [first, second] = meanOfTokens(tokens, mask);
    expect(first?.[0]).toBeCloseTo(0.6, 6);
    expect(first?.[1]).toBeCloseTo(0.8, 6);
    expect([...(second ?? [])]).toEqual([0, 1]);
  });

  it("makes a vector without direction all zeros", () => {
    const damaged = { dims: [3, 2], data: Float32Array.of(0, 0, Number.NaN, 1, Number.POSITIVE_INFINITY, 1) };
    for (const row of rowsOf(damaged)) expect([...row]).toEqual([0, 0]);
    expect([...(rowsOf({ dims: [1, 2], data: Float32Array.of(0, -5) })[0] ?? [])]).toEqual([0, -1]);
  });
});
