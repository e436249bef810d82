import { bootstrapInterval, type Interval } from "./bootstrap.ts";
import { judgeRanking, type Metrics, meanOf } from "./metrics.ts";
import type { Ranker, Task } from "./task.ts";

export interface Measured {
  readonly task: string;
  readonly ranker: string;
  /** Queries with at least one relevant document; the others say nothing and are left out. */
  readonly queries: number;
  readonly documents: number;
  readonly metrics: Metrics;
  /** 95 % confidence interval of the MRR. */
  readonly interval: Interval;
}

/** Runs a ranker on a task; `undefined` if they do not fit or no query has a relevant document. */
export async function measure(task: Task, ranker: Ranker): Promise<Measured | undefined> {
  if (!ranker.fits(task)) return undefined;
  const scores = await ranker.scores(task);
  const judged = task.queries.flatMap(({ id }, index) => {
    const grades = task.relevant.get(id);
    if (grades === undefined || ![...grades.values()].some((grade) => grade > 0)) return [];
    return [judgeRanking(rankingOf(task, scores[index] ?? []), grades)];
  });
  if (judged.length === 0) return undefined;
  return {
    task: task.name,
    ranker: ranker.name,
    queries: judged.length,
    documents: task.documents.length,
    metrics: meanOf(judged),
    interval: bootstrapInterval(judged.map(({ reciprocalRank }) => reciprocalRank)),
  };
}

/** Best first; equal scores by id, so that the order of a file decides nothing. */
export function rankingOf({ documents }: Task, scores: ArrayLike<number>): string[] {
  return documents
    .map(({ id }, index) => ({ id, score: scores[index] ?? 0 }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
