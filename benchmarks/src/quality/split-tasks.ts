import { join } from "node:path";
import { splitsFolder } from "./paths.ts";
import { readTask } from "./read-task.ts";
import type { Task } from "./task.ts";

const splits = [
  "synonyms",
  "misspellings",
  "compounds",
  "sv-en",
  "occupation-skills",
  "skill-occupations",
] as const;

/** The held-out splits; no concept of their queries was seen in training. */
export function splitTasks(): Promise<Task[]> {
  return Promise.all(
    splits.map((name) => {
      const folder = join(splitsFolder, name);
      return readTask({
        name,
        queries: join(folder, "queries.tsv"),
        corpus: join(folder, "corpus.tsv"),
        qrels: join(folder, "qrels.txt"),
      });
    }),
  );
}
