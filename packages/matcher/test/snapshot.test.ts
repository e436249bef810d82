import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Matcher } from "../src/index.ts";
import { matcherWith, shippedEmbedder } from "./matcher-with.ts";

const date = "2026-11-23";
const participants = [...generateParticipants({ seed: 3, count: 120 })];
const vacancies = [...generateVacancies({ seed: 3, count: 15 })];
let folder: string;
let file: string;
let matcher: Matcher;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jobbmatch-snapshot-"));
  file = join(folder, "matcher.snapshot");
  matcher = await matcherWith(participants, vacancies);
  matcher.removeParticipants(participants.slice(0, 10).map(({ id }) => id));
  await matcher.save(file);
});

afterAll(() => rm(folder, { recursive: true }));

describe("a snapshot", () => {
  it("gives the same answers after it is opened", async () => {
    const opened = await Matcher.open(file, { embedder: await shippedEmbedder() });
    expect(opened.participantCount).toBe(matcher.participantCount);
    for (const { id } of vacancies) {
      expect(opened.topCandidates(id, { date })).toEqual(matcher.topCandidates(id, { date }));
    }
    for (const { id } of participants.slice(10, 30)) {
      expect(opened.topVacancies(id, { date })).toEqual(matcher.topVacancies(id, { date }));
    }
  });

  it("can be changed after it is opened", async () => {
    const opened = await Matcher.open(file, { embedder: await shippedEmbedder() });
    const [first] = vacancies;
    const best = first && opened.topCandidates(first.id, { date }).candidates[0];
    if (first === undefined || best === undefined) throw new Error("the fixture has no candidate");
    opened.removeParticipants([best.participant]);
    const left = opened.topCandidates(first.id, { date }).candidates.map(({ participant }) => participant);
    expect(left).not.toContain(best.participant);
  });

  it("holds what was there when saving began, whatever changes meanwhile", async () => {
    const changing = await matcherWith(participants, vacancies);
    const before = vacancies.map(({ id }) => changing.topCandidates(id, { date }));
    const other = join(folder, "changing.snapshot");
    const saving = changing.save(other);
    changing.removeParticipants(participants.map(({ id }) => id));
    await changing.upsertParticipants(generateParticipants({ seed: 4, count: 120 }));
    await saving;
    const opened = await Matcher.open(other, { embedder: await shippedEmbedder() });
    expect(vacancies.map(({ id }) => opened.topCandidates(id, { date }))).toEqual(before);
  });

  it("refuses another model", async () => {
    const shipped = await shippedEmbedder();
    const other = { modelId: "other@1", dimensions: shipped.dimensions, embed: shipped.embed.bind(shipped) };
    await expect(Matcher.open(file, { embedder: other })).rejects.toMatchObject({ code: "modelMismatch" });
  });

  it("notices any changed byte and any cut", async () => {
    const bytes = await readFile(file);
    const damaged = join(folder, "damaged");
    const embedder = await shippedEmbedder();
    const open = () => Matcher.open(damaged, { embedder });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, flip, cut) => {
          const broken = Buffer.from(cut ? bytes.subarray(0, at) : bytes);
          if (!cut) broken.writeUInt8(broken.readUInt8(at) ^ flip, at);
          await writeFile(damaged, broken);
          await expect(open()).rejects.toMatchObject({
            code: expect.stringMatching(/^(snapshotDamaged|snapshotUnsupported|modelMismatch)$/),
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("refuses a snapshot of an older format", async () => {
    const older = join(folder, "older");
    await writeFile(older, `jobbmatch snapshot\n${"hash of a text, base64==".repeat(10)}`);
    const embedder = await shippedEmbedder();
    await expect(Matcher.open(older, { embedder })).rejects.toMatchObject({ code: "snapshotUnsupported" });
  });

  it("goes on from what it read: changes, saves and opens again", async () => {
    const embedder = await shippedEmbedder();
    const opened = await Matcher.open(file, { embedder });
    opened.removeParticipants(participants.slice(10, 40).map(({ id }) => id));
    await opened.upsertParticipants(generateParticipants({ seed: 9, count: 30 }));
    const again = join(folder, "again.snapshot");
    await opened.save(again);
    const expected = vacancies.map(({ id }) => opened.topCandidates(id, { date }));
    opened.close();
    const reopened = await Matcher.open(again, { embedder });
    expect(vacancies.map(({ id }) => reopened.topCandidates(id, { date }))).toEqual(expected);
  });

  it("says when there is none", async () => {
    const embedder = await shippedEmbedder();
    await expect(Matcher.open(join(folder, "none"), { embedder })).rejects.toMatchObject({
      code: "snapshotNotFound",
    });
  });

  it("keeps the last good file when writing fails, and leaves nothing behind", async () => {
    const before = await readFile(file);
    await expect(matcher.save(join(folder, "no", "such", "folder"))).rejects.toThrow("ENOENT");
    expect(before.equals(await readFile(file))).toBe(true);
    expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});
