import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { jobTechAd, vacancyFromJobPosting } from "@jobbmatch/shared";
import { queryOfAd } from "./ad-query.ts";
import type { Grades } from "./metrics.ts";
import { adsFolder, splitsFolder } from "./paths.ts";
import { readDocuments } from "./read-task.ts";
import type { Document, Query, Task } from "./task.ts";

/** Names that the postings of 2020 use and the taxonomy no longer has, with the group they were in. */
const formerNames: Readonly<Record<string, string>> = {
  "applikationsutvecklare/apputvecklare": "2512",
  "barnmorska, förlossning": "2222",
  "drift- och underhållsingenjör, anläggning": "3115",
  "lärare i grundskolan, årskurs 7-9": "2341",
  "lärare i gymnasiet": "2330",
  restaurangbiträde: "9412",
  "sjuksköterska, medicin och kirurgi": "2221",
  "svetsare, manuell": "7212",
  "träarbetare/snickare, utan yrkesbevis": "7119",
  "undersköterska, hemtjänst och äldreboende": "5321",
};

/** An ad without its label, and the label. */
interface LabelledAd {
  readonly query: Query;
  readonly group: string;
}

/** Real ads and the SSYK-4 group that they belong to, from headline and text alone; none where the ads are absent. */
export async function adTasks(): Promise<Task[]> {
  if (!existsSync(adsFolder)) return [];
  const documents = await readDocuments(join(splitsFolder, "ssyk", "corpus.tsv"));
  return Promise.all([
    taskOf("ads → SSYK-4 (JobSearch)", "jobsearch-ads.jsonl", documents, jobTechAds),
    taskOf("ads → SSYK-4 (JobPosting)", "jobposting-ads.jsonl", documents, jobPostings),
  ]);
}

async function taskOf(
  name: string,
  file: string,
  documents: readonly Document[],
  read: (json: unknown, groupOf: (label: string) => string | undefined) => LabelledAd | undefined,
): Promise<Task> {
  const groups = groupsByName(documents);
  const groupOf = (label: string) => groups.get(label.trim().toLowerCase());
  const lines = (await readFile(join(adsFolder, file), "utf8")).split("\n").filter((line) => line !== "");
  const ads = lines.map((line) => read(JSON.parse(line), groupOf)).filter((ad) => ad !== undefined);
  const relevant = new Map<string, Grades>(ads.map(({ query, group }) => [query.id, new Map([[group, 1]])]));
  return { name, queries: ads.map(({ query }) => query), documents, relevant };
}

/** Groups by their own name, their occupations' names and former names. */
function groupsByName(documents: readonly Document[]): ReadonlyMap<string, string> {
  const former = Object.entries(formerNames).map(([name, code]) => [name, `ssyk4:${code}`] as const);
  const named = documents.flatMap(({ id, texts }) => texts.map((text) => [text.toLowerCase(), id] as const));
  return new Map([...former, ...named]);
}

function jobTechAds(json: unknown, groupOf: (label: string) => string | undefined): LabelledAd | undefined {
  const { id, headline, description, occupation_group } = jobTechAd.parse(json);
  const group = groupOf(occupation_group?.label ?? "");
  const text = description?.text ?? "";
  return group === undefined || text === "" ? undefined : { query: queryOfAd(id, headline, text), group };
}

function jobPostings(json: unknown, groupOf: (label: string) => string | undefined): LabelledAd | undefined {
  const adapted = vacancyFromJobPosting(json);
  if (!adapted.ok) return undefined;
  const { id, title, description = "", occupation } = adapted.value.vacancy;
  const group = groupOf(occupation?.text ?? "");
  return group === undefined || description === ""
    ? undefined
    : { query: queryOfAd(id, title, description), group };
}
