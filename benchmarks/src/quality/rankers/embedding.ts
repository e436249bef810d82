import { type Embedder, weightedSum } from "@jobbmatch/matcher";
import { hasAds, type Query, type Ranker, type Task } from "../task.ts";
import { bestPerDocument } from "./best-per-document.ts";

/** What of an ad is embedded. */
export type View = "parts" | "whole text" | "headline";

/** Ranks by cosine through the library's own embedder. Queries that are no ads are embedded as they are. */
export function embeddingRanker(name: string, embedder: Embedder, view: View): Ranker {
  return {
    name: view === "parts" ? name : `${name}, ${view}`,
    fits: (task) => view === "parts" || hasAds(task),
    scores: async (task) => {
      const texts = task.documents.flatMap((document) => document.texts);
      const vectors = await embedder.embed(texts);
      const queries = await queryVectors(task, embedder, view);
      return queries.map((query) =>
        bestPerDocument(
          task.documents,
          vectors.map((vector) => dot(query, vector)),
        ),
      );
    },
  };
}

async function queryVectors({ queries }: Task, embedder: Embedder, view: View): Promise<Float32Array[]> {
  const parts = queries.map((query) => partsOf(query, view));
  const vectors = await embedder.embed(parts.flatMap((list) => list.map(({ text }) => text)));
  let next = 0;
  return parts.map((list) => {
    const terms = list.map(({ weight }) => ({ weight, vector: vectors[next++] ?? new Float32Array() }));
    return weightedSum(terms, embedder.dimensions);
  });
}

function partsOf({ text, ad }: Query, view: View) {
  if (ad === undefined || view === "whole text") return [{ text, weight: 1 }];
  return view === "headline" ? [{ text: ad.headline, weight: 1 }] : ad.parts;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
