import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median, timed } from "../../src/embedding/stopwatch.ts";
import { different, generatedAds, readTexts } from "../../src/embedding/texts.ts";

describe("the texts to embed", () => {
  it("are as long as real ads, and no two alike", () => {
    const ads = generatedAds(20);
    expect(ads).toHaveLength(20);
    expect(ads.every(({ length }) => length === 2600)).toBe(true);
    expect(new Set(ads).size).toBe(20);
  });

  it("differ within and between rounds", () => {
    const texts = [0, 1, 2].flatMap((round) => different(["kock", "bagare"], 50, round));
    expect(texts.slice(0, 50)).toHaveLength(50);
    for (const round of [0, 1, 2]) expect(new Set(texts.slice(round * 50, round * 50 + 50)).size).toBe(50);
  });

  it("are there in a clean clone too", async () => {
    const { short, ads } = await readTexts();
    expect(short.length).toBeGreaterThan(1000);
    expect(ads.length).toBeGreaterThan(20);
  });
});

describe("the stopwatch", () => {
  it("counts the processor's time and the clock's", async () => {
    const { wall, processor } = await timed(async () => {
      let sum = 0;
      for (let index = 0; index < 5_000_000; index++) sum += Math.sqrt(index);
      expect(sum).toBeGreaterThan(0);
    });
    expect(wall).toBeGreaterThan(0);
    expect(processor).toBeGreaterThan(0);
  });

  it("takes a value with half of the others on each side", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 9 }), (values) => {
        const middle = median(values);
        expect(values).toContain(middle);
        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});
