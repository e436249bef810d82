import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CandidateList, Matcher, RematchOptions, RematchProgress, Rule } from "../../src/index.ts";
import { matcherWith, place } from "../matcher-with.ts";

const request = { date: "2026-11-23", limit: 5, nearMisses: 2 };
const participants = [...generateParticipants({ seed: 8, count: 60 })];
const vacancies = [...generateVacancies({ seed: 8, count: 36 })];
const rulesModule = new URL("./own-rules.mjs", import.meta.url);
const before = process.env.TMPDIR;
let folder: string;
let matcher: Matcher;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jobbmatch-rematch-test-"));
  process.env.TMPDIR = folder;
  matcher = await matcherWith(participants, vacancies);
});

afterAll(async () => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await rm(folder, { recursive: true });
});

async function allLists(options: RematchOptions, from = matcher): Promise<CandidateList[]> {
  const lists: CandidateList[] = [];
  for await (const list of from.rematch(request, options)) lists.push(list);
  return lists;
}

async function ownRules(): Promise<{ rules: readonly Rule[]; deadlyTitle: string }> {
  return await import(rulesModule.href);
}

/** How a list was found depends on what was asked before. */
function withoutPlan({ plan: _, ...list }: CandidateList) {
  return list;
}

/**
 * After each list another change: of the people on it or elsewhere, or of vacancies whose turn comes soon.
 *
 * @returns vacancies that are gone.
 */
async function changeSomething(
  changing: Matcher,
  { vacancy, candidates }: CandidateList,
): Promise<readonly string[]> {
  const turn = vacancies.findIndex(({ id }) => id === vacancy);
  const version = turn + 2;
  const [listed] = candidates.slice(turn % 3);
  const other = participants[(turn * 7) % participants.length];
  const [next, soon] = [vacancies[turn + 1], vacancies[turn + 3]];
  if (turn % 4 === 0 && listed !== undefined) changing.removeParticipants([listed.participant]);
  if (turn % 4 === 1 && other !== undefined) await changing.upsertParticipants([{ ...other, version }]);
  if (turn % 4 === 2 && listed !== undefined && other !== undefined) {
    await changing.upsertParticipants([{ ...other, id: listed.participant, version }]);
  }
  if (turn % 10 === 5 && next !== undefined)
    await changing.upsertVacancies([{ ...next, title: "Kock", version }]);
  if (turn % 5 !== 1 || soon === undefined) return [];
  changing.removeVacancies([soon.id]);
  return [soon.id];
}

describe("a batch", () => {
  it.each([0, 1, 2])(
    "gives with %i threads the lists made one by one, and tells its progress",
    async (threads) => {
      const progress: RematchProgress[] = [];
      const lists = await allLists({ threads, onProgress: (each) => progress.push(each) });
      expect(lists.map(withoutPlan)).toEqual(
        vacancies.map(({ id }) => withoutPlan(matcher.topCandidates(id, request))),
      );
      expect(progress).toEqual(vacancies.map((_, index) => ({ done: index + 1, total: vacancies.length })));
    },
  );

  it.each([0, 2])("stops with %i threads when it is told to", async (threads) => {
    const controller = new AbortController();
    const lists = allLists({
      threads,
      signal: controller.signal,
      onProgress: ({ done }) => done === 3 && controller.abort(new Error("enough")),
    });
    await expect(lists).rejects.toThrow("enough");
    await expect(allLists({ threads, signal: controller.signal })).rejects.toThrow("enough");
  });

  it("ends its threads and leaves no file when nobody wants more", async () => {
    for await (const list of matcher.rematch(request, { threads: 2 })) {
      expect(list.vacancy).toBe(vacancies[0]?.id);
      break;
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([0, 2])(
    "hands over each list with %i threads as it is then, whatever changed meanwhile",
    async (threads) => {
      const changing = await matcherWith(participants, vacancies);
      const found: CandidateList[] = [];
      const gone: string[] = [];
      for await (const list of changing.rematch(request, { threads })) {
        const now = changing.topCandidates(list.vacancy, { ...request, plan: "everybody" });
        expect(withoutPlan(list)).toEqual(withoutPlan(now));
        found.push(list);
        gone.push(...(await changeSomething(changing, list)));
      }
      expect(found.map(({ vacancy }) => vacancy)).toEqual(
        vacancies.map(({ id }) => id).filter((id) => !gone.includes(id)),
      );
      // Most were found by threads and only brought up to date here.
      const remembered = found.filter(({ plan }) => plan.kind === "remembered").length;
      expect(remembered).toBeGreaterThanOrEqual(threads === 0 ? 0 : 20);
    },
  );

  it.each([-1, 1.5, 65, Number.NaN])("refuses %d threads", async (threads) => {
    await expect(allLists({ threads })).rejects.toMatchObject({ code: "invalidRequest" });
  });
});

describe("a batch with rules of the caller's own", () => {
  it("takes them to its threads by their module", async () => {
    const { rules } = await ownRules();
    const own = await matcherWith(participants, vacancies, { rules });
    const expected = vacancies.map(({ id }) => withoutPlan(own.topCandidates(id, request)));
    const lists = await allLists({ threads: 2, rulesModule }, own);
    expect(lists.map(withoutPlan)).toEqual(expected);
    await expect(allLists({ threads: 2 }, own)).rejects.toMatchObject({
      code: "invalidRequest",
      problems: [{ field: "rulesModule" }],
    });
  });

  it("tells with a typed error that a thread has ended", async () => {
    const { rules, deadlyTitle } = await ownRules();
    const own = await matcherWith(participants, [...vacancies, place("deadly", { title: deadlyTitle })], {
      rules,
    });
    await expect(allLists({ threads: 2, rulesModule }, own)).rejects.toMatchObject({ code: "workerFailed" });
    const missing = new URL("./no-such-module.mjs", import.meta.url);
    await expect(allLists({ threads: 2, rulesModule: missing }, own)).rejects.toMatchObject({
      code: "workerFailed",
    });
  });
});
