import { TransformersEmbedder } from "@jobbmatch/matcher";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { queryOfAd, queryOfText } from "../../src/quality/ad-query.ts";
import { measure, rankingOf } from "../../src/quality/measure.ts";
import { bestPerDocument } from "../../src/quality/rankers/best-per-document.ts";
import { bm25, bm25Ranker } from "../../src/quality/rankers/bm25.ts";
import { characterGrams, gramsOf } from "../../src/quality/rankers/character-grams.ts";
import { embeddingRanker } from "../../src/quality/rankers/embedding.ts";
import type { Task } from "../../src/quality/task.ts";

const words = fc.array(fc.constantFrom("kock", "städare", "lärare", "i", "skola", "kök"), { maxLength: 8 });
const texts = fc.array(
  words.map((list) => list.join(" ")),
  { minLength: 1, maxLength: 8 },
);

describe("BM25", () => {
  it("equals the formula worked out by hand", () => {
    const scores = bm25(["kock kock skola", "städare"])("kock");
    const rarity = Math.log(1 + (2 - 1 + 0.5) / (1 + 0.5));
    expect(scores[0]).toBeCloseTo((rarity * 2 * 2.2) / (2 + 1.2 * (0.25 + 0.75 * (3 / 2))), 12);
    expect(scores[1]).toBe(0);
  });

  it("agrees with counting in every text", () => {
    fc.assert(
      fc.property(texts, words, (corpus, query) => {
        const split = corpus.map((text) => text.split(" ").filter((word) => word !== ""));
        const mean = split.reduce((sum, { length }) => sum + length, 0) / split.length;
        const expected = split.map((text) =>
          query.reduce((sum, word) => {
            const count = text.filter((other) => other === word).length;
            const holding = split.filter((other) => other.includes(word)).length;
            const rarity = Math.log(1 + (split.length - holding + 0.5) / (holding + 0.5));
            return count === 0
              ? sum
              : sum + (rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * text.length) / mean));
          }, 0),
        );
        const scores = bm25(corpus)(query.join(" "));
        for (const [index, value] of expected.entries()) expect(scores[index]).toBeCloseTo(value, 9);
      }),
    );
  });
});

describe("character n-grams", () => {
  it("are the pieces of 3 to 5 letters of words with marked ends", () => {
    expect(gramsOf("Ål")).toEqual(["<ål", "ål>", "<ål>"]);
  });

  it("give 1 for the same text, 0 without a common piece, and less in between", () => {
    fc.assert(
      fc.property(texts, (corpus) => {
        const score = characterGrams(corpus);
        for (const [index, text] of corpus.entries()) {
          const scores = score(text);
          expect(scores[index]).toBeCloseTo(gramsOf(text).length === 0 ? 0 : 1, 9);
          for (const value of scores) expect(value).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect([...score("xyz")].every((value) => value === 0)).toBe(true);
      }),
    );
    const [near = 0, far = 0] = characterGrams(["undersköterska", "svetsare"])("undersköteska");
    expect(near).toBeGreaterThan(0.4);
    expect(far).toBeLessThan(0.1);
  });
});

describe("a ranking", () => {
  const documents = [
    { id: "b", texts: ["kock", "köksmästare"] },
    { id: "a", texts: ["städare"] },
  ];

  it("takes each document's best text, and breaks ties by id", () => {
    expect([...bestPerDocument(documents, [0.1, 0.7, 0.3])]).toEqual([0.7, 0.3]);
    const task: Task = { name: "t", queries: [], documents, relevant: new Map() };
    expect(rankingOf(task, [1, 1])).toEqual(["a", "b"]);
    expect(rankingOf(task, [2, 1])).toEqual(["b", "a"]);
  });

  it("is measured over the queries that have something to find", async () => {
    const queries = ["kock", "städare", "lots"].map((text) => ({ id: text, text }));
    const relevant = new Map([
      ["kock", new Map([["b", 1]])],
      ["städare", new Map([["b", 1]])],
      ["lots", new Map([["b", 0]])],
    ]);
    const result = await measure({ name: "t", queries, documents, relevant }, bm25Ranker("whole text"));
    expect(result).toMatchObject({ queries: 2, documents: 2 });
    expect(result?.metrics.reciprocalRank).toBe((1 + 1 / 2) / 2);
    expect(
      await measure({ name: "t", queries, documents, relevant }, bm25Ranker("headline")),
    ).toBeUndefined();
  });

  it("by the shipped model finds an ad's work among its employer's praise", async () => {
    const praise = "Vi erbjuder friskvårdsbidrag och en arbetsgivare med värdegrund. ".repeat(30);
    const ad = queryOfAd("q", "Lastbilsförare till vårt team!", `${praise} Du kör lastbil och lastar gods.`);
    const corpus = ["lastbilsförare", "systemutvecklare", "psykolog", "frisör"].map((text) => ({
      id: text,
      texts: [text],
    }));
    const task: Task = { name: "t", queries: [ad], documents: corpus, relevant: new Map() };
    const [scores = []] = await embeddingRanker("m", await TransformersEmbedder.create(), "parts").scores(
      task,
    );
    expect(rankingOf(task, scores)[0]).toBe("lastbilsförare");
  });
});

describe("a query", () => {
  it("is read as an ad when it is long", () => {
    expect(queryOfText("q", "kock")).toEqual({ id: "q", text: "kock" });
    const long = `Kock till skola. ${"Du lagar mat. ".repeat(40)}`;
    expect(queryOfText("q", long)).toMatchObject({ text: long, ad: { headline: "Kock till skola." } });
  });
});
