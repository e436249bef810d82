import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { jobTechAd } from "@jobbmatch/shared";
import { generateVacancies } from "@jobbmatch/test-data";
import { adsFolder, splitsFolder } from "../quality/paths.ts";
import { readDocuments } from "../quality/read-task.ts";

/** Characters of a usual ad. */
const adLength = 2600;

export interface Texts {
  readonly short: readonly string[];
  readonly ads: readonly string[];
  /** Where the ads are from. */
  readonly source: string;
}

/** Occupation names, and ads: real ones where they lie beside the project, else generated ones. */
export async function readTexts(): Promise<Texts> {
  const documents = await readDocuments(join(splitsFolder, "synonyms", "corpus.tsv"));
  const short = documents.map(({ texts }) => texts[0] ?? "");
  const file = join(adsFolder, "jobsearch-ads.jsonl");
  if (!existsSync(file)) return { short, ads: generatedAds(200), source: "generated ads" };
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  const ads = lines.map((line) => {
    const { headline, description } = jobTechAd.parse(JSON.parse(line));
    return `${headline}. ${description?.text ?? ""}`;
  });
  return { short, ads, source: "real ads" };
}

/** Descriptions of generated places, put together until they are as long as a real ad. */
export function generatedAds(count: number): string[] {
  const ads: string[] = [];
  let text = "";
  for (const { title, description = "" } of generateVacancies({ seed: 11, count: count * 8 })) {
    text += `${title}. ${description}\n`;
    if (text.length < adLength) continue;
    ads.push(text.slice(0, adLength));
    text = "";
    if (ads.length === count) break;
  }
  return ads;
}

/** `count` different texts; a number at the end keeps repeated ones from being answered by the cache of vectors. */
export function different(texts: readonly string[], count: number, round: number): string[] {
  return Array.from({ length: count }, (_, index) => `${texts[index % texts.length]} ${round}${index}`);
}
