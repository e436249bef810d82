import type { TextPart } from "@jobbmatch/matcher";
import type { Grades } from "./metrics.ts";

export interface Query {
  readonly id: string;
  /** All that is known, as one text. */
  readonly text: string;
  /** Of an ad: its headline alone, and the weighted texts that stand for it in the library. */
  readonly ad?: { readonly headline: string; readonly parts: readonly TextPart[] };
}

/** What is searched for; its best text counts. */
export interface Document {
  readonly id: string;
  readonly texts: readonly string[];
}

/** Queries, what they are looked up in, and what should be found. */
export interface Task {
  readonly name: string;
  readonly queries: readonly Query[];
  readonly documents: readonly Document[];
  /** Grades of each query's relevant documents, by query id. */
  readonly relevant: ReadonlyMap<string, Grades>;
}

/** Scores every document for every query of a task. */
export interface Ranker {
  readonly name: string;
  /** Whether there is something for it to do in a task: reading only headlines needs headlines. */
  fits(task: Task): boolean;
  /** For each query the scores of the documents, in their order; higher is better. */
  scores(task: Task): Promise<readonly ArrayLike<number>[]>;
}

/** Whether some queries of a task are ads. */
export function hasAds({ queries }: Task): boolean {
  return queries.some(({ ad }) => ad !== undefined);
}
