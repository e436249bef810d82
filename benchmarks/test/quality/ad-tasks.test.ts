import { existsSync } from "node:fs";
import { TransformersEmbedder } from "@jobbmatch/matcher";
import { describe, expect, it } from "vitest";
import { adTasks } from "../../src/quality/ad-tasks.ts";
import { measure } from "../../src/quality/measure.ts";
import { adsFolder } from "../../src/quality/paths.ts";
import { embeddingRanker } from "../../src/quality/rankers/embedding.ts";

if (existsSync(adsFolder)) {
  describe("real ads", () => {
    it("are read without their labels, and each label is a group of the corpus", async () => {
      const tasks = await adTasks();
      expect(tasks.map(({ queries }) => queries.length)).toEqual([38, 27]);
      for (const { documents, relevant } of tasks) {
        const groups = new Set(documents.map(({ id }) => id));
        expect(groups.size).toBe(400);
        for (const grades of relevant.values())
          expect([...grades.keys()].every((id) => groups.has(id))).toBe(true);
      }
    });

    it("lead to their occupation far better by their parts than as one text", async () => {
      const embedder = await TransformersEmbedder.create();
      for (const task of await adTasks()) {
        const byParts = await measure(task, embeddingRanker("model", embedder, "parts"));
        const asOneText = await measure(task, embeddingRanker("model", embedder, "whole text"));
        const gain = (byParts?.metrics.reciprocalRank ?? 0) - (asOneText?.metrics.reciprocalRank ?? 1);
        expect(gain).toBeGreaterThan(0.08);
      }
    });
  });
} else {
  describe("without the real ads, which may not be part of the project", () => {
    it("there are no tasks of ads", async () => {
      expect(await adTasks()).toEqual([]);
    });
  });
}
