import { parseArgs } from "node:util";
import type { TaskFiles } from "./read-task.ts";

export interface QualityOptions {
  /** A task of one's own in place of the built-in ones. */
  readonly files?: TaskFiles;
  /** Folders of further models to compare with. */
  readonly models: readonly string[];
  readonly json: boolean;
}

export const usage = `Usage: npm run bench:quality -- [--queries Q.tsv --corpus C.tsv --qrels R.txt] [--model FOLDER]… [--json]

  --queries  id TAB text, or id TAB headline TAB text for ads
  --corpus   id TAB text, or id TAB text TAB name | name | … (the best one counts)
  --qrels    TREC form: query 0 document grade
  --model    folder of another model to compare with; may be given several times
  --json     prints JSON in place of tables

Without files: the held-out splits, the generated municipality and, where they lie beside the project, real ads;
the results are then written to benchmarks/results/quality.json and quality.md as well.
`;

/** @throws Error when an option is unknown or one of the three files is missing. */
export function parseOptions(args: readonly string[]): QualityOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      queries: { type: "string" },
      corpus: { type: "string" },
      qrels: { type: "string" },
      model: { type: "string", multiple: true },
      json: { type: "boolean" },
    },
  });
  const { queries, corpus, qrels, model: models = [], json = false } = values;
  if (queries === undefined && corpus === undefined && qrels === undefined) return { models, json };
  if (queries === undefined || corpus === undefined || qrels === undefined)
    throw new Error("--queries, --corpus and --qrels belong together");
  return { files: { name: "own task", queries, corpus, qrels }, models, json };
}
