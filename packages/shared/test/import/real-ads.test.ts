import { createReadStream, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type ImportedAd, importAds, parseVacancy } from "../../src/index.ts";

/** Real ads beside the project; they are not part of it, so there may be none. */
const folder = fileURLToPath(new URL("../../../../../shared/data/ads/", import.meta.url));

async function read(path: string): Promise<ImportedAd[]> {
  const events: ImportedAd[] = [];
  for await (const event of importAds(createReadStream(path))) events.push(event);
  return events;
}

const files = [
  { name: "jobsearch-ads.jsonl", ads: 38, recognisedAtLeast: 38 },
  { name: "jobposting-ads.jsonl", ads: 39, recognisedAtLeast: 28 },
];

describe("real ads", () => {
  for (const { name, ads, recognisedAtLeast } of files) {
    if (!existsSync(folder + name)) {
      it(`${name} is absent beside the project, so there is nothing to read`, () => {
        expect(existsSync(folder + name)).toBe(false);
      });
      continue;
    }
    it(`${name}: every ad becomes a vacancy that passes the schema`, async () => {
      const events = await read(folder + name);
      const vacancies = events.flatMap((event) => (event.kind === "vacancy" ? [event] : []));
      expect(vacancies).toHaveLength(ads);
      expect(events).toHaveLength(ads);
      expect(vacancies.map(({ vacancy }) => parseVacancy(vacancy).ok)).not.toContain(false);
      expect(vacancies.reduce((sum, { recognised }) => sum + recognised, 0)).toBeGreaterThanOrEqual(
        recognisedAtLeast,
      );
    });
  }
});
