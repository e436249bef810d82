import type { Document } from "../task.ts";

/** From the scores of all texts, in order, the best score of each document. */
export function bestPerDocument(documents: readonly Document[], scores: ArrayLike<number>): Float64Array {
  let next = 0;
  return Float64Array.from(documents, ({ texts }) => {
    let best = Number.NEGATIVE_INFINITY;
    for (let text = 0; text < texts.length; text++) best = Math.max(best, scores[next++] ?? 0);
    return best;
  });
}
