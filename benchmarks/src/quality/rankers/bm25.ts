import { hasAds, type Ranker } from "../task.ts";
import { bestPerDocument } from "./best-per-document.ts";
import { countTerms, InvertedIndex, wordsOf } from "./inverted-index.ts";

/** How soon repetition stops to count (0 to 3), and how much length does (0 to 1); the usual values. */
const saturation = 1.2;
const lengthWeight = 0.75;

/** Okapi BM25 over words (Robertson and Zaragoza, 2009, equation 3.15), with an inverse document frequency above 0. */
export function bm25Ranker(view: "whole text" | "headline"): Ranker {
  return {
    name: view === "headline" ? "BM25, headline" : "BM25",
    fits: (task) => view === "whole text" || hasAds(task),
    scores: async (task) => {
      const score = bm25(task.documents.flatMap(({ texts }) => texts));
      return task.queries.map(({ text, ad }) =>
        bestPerDocument(task.documents, score(view === "headline" ? (ad?.headline ?? text) : text)),
      );
    },
  };
}

/** @returns a function that scores every text for a query. */
export function bm25(texts: readonly string[]): (query: string) => Float64Array {
  const index = new InvertedIndex(texts.map(wordsOf));
  const meanLength = index.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length);
  return (query) => {
    const scores = new Float64Array(texts.length);
    for (const [term, inQuery] of countTerms(wordsOf(query))) {
      const found = index.occurrences(term);
      const rarity = Math.log(1 + (texts.length - found.size + 0.5) / (found.size + 0.5));
      for (const [text, count] of found) {
        const relativeLength = (index.lengths[text] ?? 0) / meanLength;
        const damping = saturation * (1 - lengthWeight + lengthWeight * relativeLength);
        scores[text] =
          (scores[text] ?? 0) + (inQuery * rarity * count * (saturation + 1)) / (count + damping);
      }
    }
    return scores;
  };
}
