import { hasAds, type Ranker } from "../task.ts";
import { bestPerDocument } from "./best-per-document.ts";
import { countTerms, InvertedIndex, wordsOf } from "./inverted-index.ts";

/** Letters in the shortest and the longest piece of a word. */
const shortest = 3;
const longest = 5;

/** Cosine of TF-IDF weights of the pieces of words; finds misspellings and parts of compounds. */
export function characterGramRanker(view: "whole text" | "headline"): Ranker {
  return {
    name: view === "headline" ? "character n-grams, headline" : "character n-grams",
    fits: (task) => view === "whole text" || hasAds(task),
    scores: async (task) => {
      const score = characterGrams(task.documents.flatMap(({ texts }) => texts));
      return task.queries.map(({ text, ad }) =>
        bestPerDocument(task.documents, score(view === "headline" ? (ad?.headline ?? text) : text)),
      );
    },
  };
}

/** @returns a function that scores every text for a query, from 0 to 1. */
export function characterGrams(texts: readonly string[]): (query: string) => Float64Array {
  const index = new InvertedIndex(texts.map(gramsOf));
  const rarity = (term: string) => 1 + Math.log((1 + texts.length) / (1 + index.occurrences(term).size));
  const squares = new Float64Array(texts.length);
  for (const term of index.terms()) {
    for (const [text, count] of index.occurrences(term)) {
      squares[text] = (squares[text] ?? 0) + (count * rarity(term)) ** 2;
    }
  }
  return (query) => {
    const scores = new Float64Array(texts.length);
    let querySquares = 0;
    for (const [term, count] of countTerms(gramsOf(query))) {
      const weight = count * rarity(term);
      querySquares += weight ** 2;
      for (const [text, inText] of index.occurrences(term)) {
        scores[text] = (scores[text] ?? 0) + weight * inText * rarity(term);
      }
    }
    return scores.map((score, text) =>
      score === 0 ? 0 : score / Math.sqrt(querySquares * (squares[text] ?? 1)),
    );
  };
}

/** Pieces of 3 to 5 letters of every word, whose ends are marked. */
export function gramsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    const letters = [...`<${word}>`];
    const grams: string[] = [];
    for (let size = shortest; size <= longest; size++) {
      for (let start = 0; start + size <= letters.length; start++) {
        grams.push(letters.slice(start, start + size).join(""));
      }
    }
    return grams;
  });
}
