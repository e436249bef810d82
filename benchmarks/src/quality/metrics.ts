/** Grade of each relevant document of one query; what is not in it has grade 0. */
export type Grades = ReadonlyMap<string, number>;

/** How good one ranking is, or the mean over many; every figure is between 0 and 1. */
export interface Metrics {
  /** 1 / rank of the first relevant document; 0 if none is found. Its mean is the MRR. */
  readonly reciprocalRank: number;
  /** Whether a relevant document is among the first 1, 5 or 10. */
  readonly success1: number;
  readonly success5: number;
  readonly success10: number;
  /** Share of the relevant documents among the first 10. */
  readonly recall10: number;
  /** Mean precision at the rank of each relevant document. Its mean is the MAP. */
  readonly averagePrecision: number;
  /** Discounted cumulative gain of the first 10 (gain: the grade; discount: log2(rank + 1)) by that of the best order. */
  readonly ndcg10: number;
}

export const metricNames = [
  "reciprocalRank",
  "success1",
  "success5",
  "success10",
  "recall10",
  "averagePrecision",
  "ndcg10",
] as const satisfies readonly (keyof Metrics)[];

/**
 * Judges one ranking.
 *
 * @param ranking document ids, best first, each once.
 * @param grades at least one grade more than 0.
 */
export function judgeRanking(ranking: readonly string[], grades: Grades): Metrics {
  const relevant = [...grades.values()].filter((grade) => grade > 0).length;
  const ranks = ranking.flatMap((id, index) => ((grades.get(id) ?? 0) > 0 ? [index + 1] : []));
  const first = ranks[0] ?? Number.POSITIVE_INFINITY;
  const precisions = ranks.map((rank, index) => (index + 1) / rank);
  return {
    reciprocalRank: 1 / first,
    success1: Number(first <= 1),
    success5: Number(first <= 5),
    success10: Number(first <= 10),
    recall10: ranks.filter((rank) => rank <= 10).length / relevant,
    averagePrecision: sum(precisions) / relevant,
    ndcg10:
      gainOf(ranking.map((id) => grades.get(id) ?? 0)) / gainOf([...grades.values()].sort((a, b) => b - a)),
  };
}

/** The mean of each figure; 0 for no rankings. */
export function meanOf(judged: readonly Metrics[]): Metrics {
  const mean = (name: keyof Metrics) => sum(judged.map((one) => one[name])) / Math.max(1, judged.length);
  return {
    reciprocalRank: mean("reciprocalRank"),
    success1: mean("success1"),
    success5: mean("success5"),
    success10: mean("success10"),
    recall10: mean("recall10"),
    averagePrecision: mean("averagePrecision"),
    ndcg10: mean("ndcg10"),
  };
}

function gainOf(grades: readonly number[]): number {
  return sum(grades.slice(0, 10).map((grade, index) => grade / Math.log2(index + 2)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
