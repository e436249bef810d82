import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { upsertParticipants, upsertVacancies } from "../../src/match-index/intake.ts";
import { MatchIndex } from "../../src/match-index/match-index.ts";
import { completeRequest } from "../../src/request.ts";
import { findList } from "../../src/retrieval/candidates/find-list.ts";
import { packedList } from "../../src/retrieval/candidates/packed-list.ts";
import { requirementsOf } from "../../src/retrieval/candidates/top-candidates.ts";
import { person, place, shippedEmbedder } from "../matcher-with.ts";

const passing = { isLasting: false } as const;
const request = completeRequest({ date: "2026-11-23" });
let folder: string;
let index: MatchIndex;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jobbmatch-passing-"));
  index = new MatchIndex({ embedder: await shippedEmbedder() });
  const work = { experiences: [{ occupation: "Undersköterska", description: "zzmarkerzz" }] };
  await upsertParticipants(index, [person("p1", work), person("p2", { about: "lagar mat" }), person("p3")]);
  await upsertVacancies(index, [place("v1"), place("v2", { title: "Kock" })]);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

function listIn(from: MatchIndex, id: string) {
  const stored = from.vacancy(id);
  const applied = requirementsOf(from.participants, stored, request);
  return packedList(findList(from, stored, { request, applied, isLasting: false }));
}

it("finds the same lists without profiles, of which nothing is in the file", async () => {
  const file = join(folder, "without");
  await index.save(file, { ...passing, hasProfiles: false });
  expect((await readFile(file)).includes("zzmarkerzz")).toBe(false);
  const opened = await MatchIndex.open(file, { embedder: index.embedder }, passing);
  for (const id of ["v1", "v2"]) expect(listIn(opened, id)).toEqual(listIn(index, id));
  opened.close();
});

it("has profiles unless told otherwise", async () => {
  const file = join(folder, "with");
  await index.save(file, passing);
  expect((await readFile(file)).includes("zzmarkerzz")).toBe(true);
  const opened = await MatchIndex.open(file, { embedder: index.embedder }, passing);
  expect(opened.participants.get("p1")).toEqual(index.participants.get("p1"));
  opened.close();
});

it("is no snapshot that lasts: without checksums it is not opened as one", async () => {
  const file = join(folder, "unchecked");
  await index.save(file, passing);
  await expect(MatchIndex.open(file, { embedder: index.embedder })).rejects.toMatchObject({
    code: "snapshotDamaged",
  });
});
