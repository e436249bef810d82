import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sampleParticipantsFile } from "@jobbmatch/test-data";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runMatch as run } from "./run-match.ts";

const realAds = fileURLToPath(new URL("../../../../shared/data/ads/", import.meta.url));

/** Runs the program on a few of the demo's people. */
const runOnFew = (...args: string[]) => run("--participants", file("people.jsonl"), ...args);

let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jobbmatch-match-"));
  const everybody = await readFile(sampleParticipantsFile, "utf8");
  await writeFile(file("people.jsonl"), everybody.split("\n").slice(0, 60).join("\n"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("npm run match", () => {
  it("shows the demo municipality with reasons, questions and near misses", async () => {
    const { code, stdout } = await run("--demo");
    expect(code).toBe(0);
    for (const word of ["Deltagare", "Varför", "Att fråga", "Nästan", "Skulle passa om", "500 deltagare"]) {
      expect(stdout).toContain(word);
    }
  });

  it("writes JSON in the documented shape", async () => {
    const { code, stdout } = await run("--json", "--limit", "2");
    const lists = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(lists).toHaveLength(60);
    for (const list of lists) {
      expect(Object.keys(list)).toEqual(
        expect.arrayContaining(["vacancy", "candidates", "funnel", "nearMisses"]),
      );
      expect(list.candidates.length).toBeLessThanOrEqual(2);
      for (const candidate of list.candidates) {
        const shape = ["participant", "rank", "score", "contributions", "rules", "questions"];
        expect(Object.keys(candidate)).toEqual(expect.arrayContaining(shape));
      }
      expect(list.candidates.length > 0 || list.funnel.remaining === 0).toBe(true);
    }
  });

  it("matches one ad, in English", async () => {
    const { code, stdout } = await runOnFew("--vacancy", "v-00001", "--language", "en");
    expect(code).toBe(0);
    expect(stdout).toContain("v-00001");
    expect(stdout).toContain("Participant");
    expect(stdout).not.toContain("v-00002");
  });

  it("reports bad records by line and field, and matches the rest", async () => {
    const good = { id: "good", version: 1, employer: "Employer 1", title: "Kock" };
    const lines = [JSON.stringify(good), "{ broken", JSON.stringify({ ...good, id: "bad", seats: -1 })];
    await writeFile(file("ads.jsonl"), lines.join("\n"));
    const { code, stdout, stderr } = await runOnFew("--ads", file("ads.jsonl"), "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout).map(({ vacancy }: { vacancy: string }) => vacancy)).toEqual(["good"]);
    expect(stderr).toContain("line 2: ");
    expect(stderr).toContain("line 3, id bad, field seats: ");
  });

  it("takes the newest version of an ad that comes twice, once", async () => {
    const ad = { id: "twice", version: 1, employer: "Employer 1", title: "Kock" };
    await writeFile(file("twice.json"), JSON.stringify([ad, { ...ad, version: 2, title: "Bagare" }, ad]));
    const { stdout, stderr } = await runOnFew("--ads", file("twice.json"));
    expect(stdout.match(/\(twice\)/g)).toHaveLength(1);
    expect(stdout).toContain("Bagare");
    expect(stderr).toContain("version 1 is older than version 2");
  });

  it("matches an expired ad as of its publication, and says so", async () => {
    const ad = {
      id: "old",
      version: 1,
      employer: "Employer 1",
      title: "Kock",
      publishedAt: "2024-05-01",
      deadline: "2024-06-01",
    };
    await writeFile(file("old.json"), JSON.stringify([ad]));
    const { stdout } = await runOnFew("--ads", file("old.json"));
    expect(stdout).toContain("matchat som den 2024-05-01");
    const strict = await runOnFew("--ads", file("old.json"), "--date", "2026-11-23");
    expect(strict.stdout).toContain("Ingen kvar");
  });

  it.each([
    [["--limit", "0"], "--limit"],
    [["--date", "2026-02-30"], "--date"],
    [["--language", "de"], "--language"],
    [["--colour", "red"], "--colour"],
    [["--ads", "no-such-file.json"], "no-such-file.json"],
    [["--vacancy", "nowhere"], "nowhere"],
  ])("refuses %j, naming it", async (args, named) => {
    const { code, stdout, stderr } = await runOnFew(...args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(named);
    expect(stderr).not.toContain("    at ");
  });
});

// The ads are not part of this repository; where they lie beside it, each of them must be matched.
if (existsSync(realAds)) {
  describe("real ads", () => {
    it.each(["jobsearch-ads.jsonl", "jobposting-ads.jsonl"])(
      "each ad of %s gets a list, or a funnel that says why not",
      async (name) => {
        const { code, stdout, stderr } = await runOnFew(
          "--ads",
          join(realAds, name),
          "--limit",
          "5",
          "--json",
        );
        const lists = JSON.parse(stdout);
        expect(code).toBe(0);
        expect(stderr).toBe("");
        expect(lists.length).toBeGreaterThanOrEqual(38);
        for (const { candidates, funnel } of lists) {
          expect(
            candidates.length > 0 || funnel.steps.some((step: { remaining: number }) => step.remaining === 0),
          ).toBe(true);
        }
      },
    );
  });
}
