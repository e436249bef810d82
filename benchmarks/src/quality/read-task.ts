import { readFile } from "node:fs/promises";
import { queryOfAd, queryOfText } from "./ad-query.ts";
import type { Document, Query, Task } from "./task.ts";

export interface TaskFiles {
  readonly name: string;
  /** `id TAB text`, or `id TAB headline TAB text` for ads. */
  readonly queries: string;
  /** `id TAB text`, optionally `TAB name | name | …`. */
  readonly corpus: string;
  /** TREC form: `query 0 document grade`. */
  readonly qrels: string;
}

/** @throws Error that names file and line when a line cannot be read or names an unknown id. */
export async function readTask({ name, queries, corpus, qrels }: TaskFiles): Promise<Task> {
  const task = { name, queries: await readQueries(queries), documents: await readDocuments(corpus) };
  const relevant = await readRelevant(qrels, new Set(task.queries.map(({ id }) => id)));
  return { ...task, relevant };
}

async function readQueries(file: string): Promise<Query[]> {
  return (await rowsOf(file)).map(({ cells: [id = "", first = "", second = ""], at }) => {
    if (first === "") throw new Error(`${at}: expected "id TAB text"`);
    return second === "" ? queryOfText(id, first) : queryOfAd(id, first, second);
  });
}

/** A corpus whose documents may have further names in a third column. */
export async function readDocuments(file: string): Promise<Document[]> {
  return (await rowsOf(file)).map(({ cells: [id = "", text = "", names = ""], at }) => {
    if (text === "") throw new Error(`${at}: expected "id TAB text"`);
    return { id, texts: [text, ...names.split(" | ").filter((name) => name !== "")] };
  });
}

async function readRelevant(file: string, queries: ReadonlySet<string>) {
  const relevant = new Map<string, Map<string, number>>();
  for (const [index, line] of (await linesOf(file)).entries()) {
    if (line === "") continue;
    const [query = "", , document = "", grade = ""] = line.trim().split(/\s+/u);
    if (!/^\d+$/u.test(grade)) throw new Error(`${file}:${index + 1}: expected "query 0 document grade"`);
    if (!queries.has(query)) throw new Error(`${file}:${index + 1}: there is no such query`);
    const grades = relevant.get(query) ?? new Map<string, number>();
    relevant.set(query, grades.set(document, Number(grade)));
  }
  return relevant;
}

async function rowsOf(file: string) {
  const rows = (await linesOf(file)).map((line, index) => ({
    cells: line.split("\t").map((cell) => cell.trim()),
    at: `${file}:${index + 1}`,
  }));
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
}

async function linesOf(file: string): Promise<string[]> {
  return (await readFile(file, "utf8")).replace(/^\uFEFF/u, "").split(/\r?\n/u);
}
