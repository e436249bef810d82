import type { ParticipantInput } from "@jobbmatch/shared";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Matcher } from "../src/index.ts";
import { matcherWith } from "./matcher-with.ts";

const date = "2026-11-23";
const vacancies = [...generateVacancies({ seed: 5, count: 12 })];
/** Profiles that the same few people take on in turn. */
const profiles = [...generateParticipants({ seed: 5, count: 40 })];
const ids = ["a", "b", "c", "d", "e", "f"];

type Change =
  | { readonly kind: "upsert"; readonly id: string; readonly profile: number }
  | { readonly kind: "remove"; readonly id: string }
  | { readonly kind: "query"; readonly vacancy: number };

const id = fc.constantFrom(...ids);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant("upsert" as const), id, profile: fc.nat(profiles.length - 1) }),
  fc.record({ kind: fc.constant("remove" as const), id }),
  fc.record({ kind: fc.constant("query" as const), vacancy: fc.nat(vacancies.length - 1) }),
);

function participantOf(name: string, profile: number, version: number): ParticipantInput {
  const [first] = profiles;
  return { ...(profiles[profile] ?? first), unit: "north", id: name, version };
}

/** Makes one change in the matcher and in the list of who is left, or compares the answers of both. */
async function apply(
  each: Change,
  step: number,
  matcher: Matcher,
  left: Map<string, ParticipantInput>,
): Promise<void> {
  switch (each.kind) {
    case "upsert": {
      const participant = participantOf(each.id, each.profile, step);
      left.set(each.id, participant);
      await matcher.upsertParticipants([participant]);
      break;
    }
    case "remove":
      expect(matcher.removeParticipants([each.id])).toBe(left.delete(each.id) ? 1 : 0);
      break;
    case "query": {
      const vacancy = vacancies[each.vacancy]?.id ?? "";
      const fresh = await matcherWith([...left.values()], vacancies);
      // Which list is found in which way depends on what was asked before.
      const { plan: _, ...list } = matcher.topCandidates(vacancy, { date });
      expect(fresh.topCandidates(vacancy, { date })).toMatchObject(list);
    }
  }
}

describe("a matcher that changes all the time", () => {
  it("answers like a new one that was filled with what is left", async () => {
    const property = fc.asyncProperty(fc.array(change, { maxLength: 40 }), async (changes) => {
      const matcher = await matcherWith([], vacancies);
      const left = new Map<string, ParticipantInput>();
      for (const [step, each] of changes.entries()) await apply(each, step, matcher, left);
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
