import { expect, it } from "vitest";
import { CandidateCache } from "../../src/http/candidate-cache.ts";

const words = { score: 0.5, start: 0, end: 2 };

function answerAbout(...participants: readonly string[]) {
  const assessments = new Map(participants.map((id) => [id, words]));
  const people = { json: Buffer.from("{"), assessments, candidates: participants.length, questionOrder: "" };
  return { position: 1, people, ending: Buffer.from("}") };
}

function questionFor(vacancy: string) {
  return { askerUnits: null, vacancy, request: { date: "2026-11-23" } };
}

it("forgets answers that speak of somebody who is erased, and keeps the others", () => {
  const cache = new CandidateCache(10);
  cache.keep(questionFor("v1"), answerAbout("p1", "p2"));
  cache.keep(questionFor("v2"), answerAbout("p3"));
  cache.forget(["p9", "p2"]);
  expect(cache.find(questionFor("v1"))).toBeUndefined();
  expect(cache.find(questionFor("v2"))).toBeDefined();
});
