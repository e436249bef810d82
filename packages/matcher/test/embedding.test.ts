import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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

/** Of all lengths, with words that the model knows and with anything else. */
const words = [
  "kock",
  "lastbilsförare",
  "on",
  "the",
  "barnskötare",
  "svetsning",
  "Excel",
  "a",
  "ö",
  "CE-kort",
];
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((chosen) => chosen.join(" ")),
);

describe("the shipped model", () => {
  it("gives vectors of length 1, or zeros, whatever the text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 20 }), async (texts) => {
        for (const vector of await embedder.embed(texts)) {
          const length = Math.sqrt(cosine(vector, vector));
          expect(length === 0 || Math.abs(length - 1) < 1e-6).toBe(true);
        }
      }),
      { numRuns: 20 },
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

describe.each([
  ["the shipped model", () => TransformersEmbedder.create({ cachedTexts: 1 })],
  ["another model", otherModel],
])("a text's vector from %s", (_, create) => {
  it("is the same to the last bit whatever is embedded with it, in whatever order", async () => {
    const uncached = await create();
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyText, { minLength: 1, maxLength: 40, size: "max" }).chain(twoOrders),
        async ([texts, order]) => {
          const inOneOrder = await uncached.embed(texts);
          const inAnother = await uncached.embed(order.map((index) => texts[index] ?? ""));
          for (const [position, index] of order.entries()) {
            const [alone] = await uncached.embed([texts[index] ?? ""]);
            expect(inOneOrder[index]).toEqual(alone);
            expect(inAnother[position]).toEqual(alone);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});

/** Texts, and the indices of some of them in another order. */
function twoOrders(texts: string[]): fc.Arbitrary<readonly [string[], number[]]> {
  return fc.tuple(fc.constant(texts), fc.shuffledSubarray([...texts.keys()], { minLength: 1 }));
}

/** The shipped model without the mark that this project made it. */
async function otherModel(): Promise<Embedder> {
  const folder = await mkdtemp(join(tmpdir(), "jobbmatch-model-"));
  try {
    await cp(shippedModelFolder, folder, { recursive: true });
    const config = join(folder, "config.json");
    const { jobbmatch, ...others } = JSON.parse(await readFile(config, "utf8"));
    expect(jobbmatch).toBeDefined();
    await writeFile(config, JSON.stringify(others));
    return await TransformersEmbedder.create({ model: folder, cachedTexts: 1 });
  } finally {
    await rm(folder, { recursive: true });
  }
}

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
