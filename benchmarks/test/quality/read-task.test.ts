import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseOptions } from "../../src/quality/options.ts";
import { placeTasks } from "../../src/quality/place-tasks.ts";
import { readTask } from "../../src/quality/read-task.ts";
import { markdownReport } from "../../src/quality/report.ts";
import { splitTasks } from "../../src/quality/split-tasks.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jobbmatch-quality-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(queries: string, corpus: string, qrels: string) {
  const file = (name: string) => join(folder, name);
  await writeFile(file("q"), queries);
  await writeFile(file("c"), corpus);
  await writeFile(file("r"), qrels);
  return readTask({ name: "t", queries: file("q"), corpus: file("c"), qrels: file("r") });
}

describe("a task in files", () => {
  it("is read with ads, further names and grades, whatever the line ends", async () => {
    const task = await read(
      "\uFEFFq1\tkock\r\nq2\tKock sökes\tDu lagar mat.\n\n",
      "d1\tKockar\tKock | Kallskänka\nd2\tStädare\n",
      "q1 0 d1 2\nq2 0 d1 1\nq2\t0\td2\t0\n",
    );
    expect(task.queries[0]).toEqual({ id: "q1", text: "kock" });
    expect(task.queries[1]).toMatchObject({ id: "q2", ad: { headline: "Kock sökes" } });
    expect(task.documents).toEqual([
      { id: "d1", texts: ["Kockar", "Kock", "Kallskänka"] },
      { id: "d2", texts: ["Städare"] },
    ]);
    expect([...(task.relevant.get("q2") ?? [])]).toEqual([
      ["d1", 1],
      ["d2", 0],
    ]);
  });

  it.each([
    ["q1 kock", "d1\tKock", "q1 0 d1 1", "q:1"],
    ["q1\tkock", "d1\tKock\nd2", "q1 0 d1 1", "c:2"],
    ["q1\tkock", "d1\tKock", "q1 0 d1", "r:1"],
    ["q1\tkock", "d1\tKock", "q9 0 d1 1", "r:1"],
  ])("is refused with file and line: %j, %j, %j", async (queries, corpus, qrels, place) => {
    await expect(read(queries, corpus, qrels)).rejects.toThrow(place);
  });
});

describe("the built-in tasks", () => {
  it("have queries with something to find in their corpus", async () => {
    for (const { queries, documents, relevant } of [...(await splitTasks()), ...(await placeTasks())]) {
      const ids = new Set(documents.map(({ id }) => id));
      expect(queries.length).toBeGreaterThan(40);
      const found = queries.filter(({ id }) =>
        [...(relevant.get(id)?.keys() ?? [])].some((doc) => ids.has(doc)),
      );
      expect(found.length / queries.length).toBeGreaterThan(0.9);
    }
  });
});

describe("the options", () => {
  it("want all three files or none", () => {
    expect(parseOptions(["--model", "a", "--model", "b"])).toEqual({ models: ["a", "b"], json: false });
    expect(parseOptions(["--queries", "q", "--corpus", "c", "--qrels", "r", "--json"])).toMatchObject({
      files: { queries: "q", corpus: "c", qrels: "r" },
      json: true,
    });
    expect(() => parseOptions(["--queries", "q"])).toThrow("belong together");
    expect(() => parseOptions(["--speed"])).toThrow();
  });
});

describe("the report", () => {
  it("is one table for each task, and the notes", () => {
    const metrics = {
      reciprocalRank: 0.5,
      success1: 0.25,
      success5: 1,
      success10: 1,
      recall10: 0.125,
      averagePrecision: 0.4,
      ndcg10: 0.6,
    };
    const row = {
      task: "t",
      ranker: "m",
      queries: 4,
      documents: 9,
      metrics,
      interval: { low: 0.3, high: 0.7 },
    };
    const report = markdownReport([row, { ...row, task: "u" }], ["A note."]);
    expect(report).toContain("## t: 4 queries, 9 documents");
    expect(report).toContain("| m | 0.500 | 0.300–0.700 | 0.250 | 1.000 | 1.000 | 0.125 | 0.400 | 0.600 |");
    expect(report.match(/^## /gmu)).toHaveLength(2);
    expect(report.endsWith("A note.\n")).toBe(true);
  });
});
