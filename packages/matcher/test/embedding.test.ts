import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { CachingEmbedder } from "../src/embedding/caching-embedder.ts";
import { type Embedder, shippedModelFolder, TransformersEmbedder } from "../src/index.ts";
import { shippedEmbedder } from "./matcher-with.ts";

let embedder: Embedder;
beforeAll(async () => {
  embedder = await shippedEmbedder();
});

const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

async function similarity(a: string, b: string): Promise<number> {
  const [first, second] = await embedder.embed([a, b]);
  if (first === undefined || second === undefined) throw new Error("a vector is missing");
  return cosine(first, second);
}

describe("the shipped model", () => {
  it("gives vectors of length 1, whatever the text, and the same in any batch", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "binary", maxLength: 200 }), { maxLength: 20 }),
        async (texts) => {
          const fresh = await TransformersEmbedder.create({ cachedTexts: 1 });
          const together = await fresh.embed(texts);
          const alone = await Promise.all(texts.map(async (text) => (await fresh.embed([text]))[0]));
          for (const [index, vector] of together.entries()) {
            const length = Math.sqrt(cosine(vector, vector));
            expect(length === 0 || Math.abs(length - 1) < 1e-5).toBe(true);
            expect(cosine(vector, alone[index] ?? vector)).toBeCloseTo(length === 0 ? 0 : 1, 4);
          }
        },
      ),
      { numRuns: 10 },
    );
  });

  it.each([
    ["undersköterska", "assistant nurse", "lastbilsförare"],
    ["undersköterska", "undersköteska", "svetsare"],
    ["städare", "lokalvårdare", "programmerare"],
    ["kock", "cook", "ekonomiassistent"],
    ["barnskötare", "förskola", "lagerarbetare"],
  ])("finds %s nearer to %s than to %s", async (text, near, far) => {
    expect(await similarity(text, near)).toBeGreaterThan((await similarity(text, far)) + 0.1);
  });

  it("names its version, and is found by its folder too", async () => {
    const byFolder = await TransformersEmbedder.create({ model: shippedModelFolder });
    expect(byFolder.modelId).toBe(embedder.modelId);
    expect(embedder.modelId).toMatch(/^[\w./-]+@[0-9a-f]{12}$/);
  });

  it("says when a folder holds no model", async () => {
    const empty = await mkdtemp(join(tmpdir(), "jobbmatch-model-"));
    const created = TransformersEmbedder.create({ model: empty });
    await expect(created).rejects.toMatchObject({ code: "modelNotFound" });
    await rm(empty, { recursive: true });
  });

  it("stops when asked", async () => {
    const unknown = Array.from({ length: 500 }, (_, index) => `okänd text ${index}`);
    await expect(embedder.embed(unknown, { signal: AbortSignal.abort() })).rejects.toThrow("aborted");
  });
});

describe("the cache", () => {
  it("asks the model once for each text that it remembers", async () => {
    const asked: string[] = [];
    const counting: Embedder = {
      modelId: "counting",
      dimensions: embedder.dimensions,
      embed: (texts, options) => {
        asked.push(...texts);
        return embedder.embed(texts, options);
      },
    };
    const caching = new CachingEmbedder(counting, 2);
    const [first] = await caching.embed(["kock", "bagare", "kock"]);
    const [again] = await caching.embed(["kock"]);
    expect(again).toEqual(first);
    expect(asked).toEqual(["kock", "bagare"]);
    await caching.embed(["svetsare"]);
    await caching.embed(["bagare"]);
    expect(asked).toEqual(["kock", "bagare", "svetsare", "bagare"]);
  });
});
