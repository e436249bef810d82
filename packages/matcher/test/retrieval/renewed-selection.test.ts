import { type Participant, parseParticipant, parseVacancy } from "@jobbmatch/shared";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { UnknownPolicy } from "../../src/request.ts";
import { applyRules } from "../../src/retrieval/apply-rules.ts";
import { renewedSelection } from "../../src/retrieval/candidates/renewed-selection.ts";
import { builtInRules } from "../../src/rules/built-in-rules.ts";
import type { AppliedRule } from "../../src/rules/rule.ts";
import { ParticipantStore } from "../../src/store/participant-store.ts";
import { VectorStore } from "../../src/vector-index/vector-store.ts";

const people = [...generateParticipants({ seed: 4, count: 60 })].flatMap((each) => {
  const parsed = parseParticipant(each);
  // Rules read no text, and without texts no vectors are needed.
  return parsed.ok ? [withoutTexts(parsed.value)] : [];
});
const places = [...generateVacancies({ seed: 4, count: 12 })].flatMap((each) => {
  const parsed = parseVacancy(each);
  return parsed.ok ? [parsed.value] : [];
});
const units = [...new Set(people.map(({ unit }) => unit))];

function withoutTexts(participant: Participant): Participant {
  const { experiences: _e, wishes: _w, education: _d, about: _a, skills: _s, ...rest } = participant;
  return rest;
}

const change = fc.record({ id: fc.nat(29), profile: fc.nat(people.length - 1) });
const question = fc.record({
  place: fc.nat(places.length - 1),
  policy: fc.constantFrom<UnknownPolicy[]>("keep", "exclude"),
  asked: fc.constantFrom(undefined, units.slice(0, 1), []),
});

function put(
  store: ParticipantStore,
  { id, profile }: { readonly id: number; readonly profile: number },
): void {
  const person = people[profile];
  if (person !== undefined) store.put({ ...person, id: `p${id}` }, { facets: [], texts: [] }, new Map());
}

function appliedOf(
  store: ParticipantStore,
  place: number,
  asked: readonly string[] | undefined,
): AppliedRule[] {
  const vacancy = places[place];
  if (vacancy === undefined) return [];
  const context = { date: "2026-11-23", ...(asked === undefined ? {} : { units: asked }) };
  return store.columns.flatMap(({ rule, column }) => {
    const requirement = column.compile(vacancy, context);
    return requirement === undefined ? [] : [{ rule, requirement }];
  });
}

it("counts by those who changed what the rules count by everybody", () => {
  const changes = fc.array(change, { maxLength: 40 });
  const property = fc.property(changes, changes, fc.array(question), (before, after, questions) => {
    const store = new ParticipantStore(builtInRules, new VectorStore(4));
    for (const each of before) put(store, each);
    const asked = questions.map(({ place, policy, asked: of }) => {
      const applied = appliedOf(store, place, of);
      return { policy, applied, former: applyRules(store.everyone, applied, policy) };
    });
    const { revision } = store.changes;
    for (const each of after) put(store, each);
    const changed = store.changes.since(revision) ?? new Map();
    expect(store.former.isKnownFrom(revision, store.changes.revision)).toBe(true);
    for (const { policy, applied, former } of asked) {
      const { allowed, nearMisses, ...counts } = applyRules(store.everyone, applied, policy);
      const renewed = renewedSelection(former, { participants: store, changed, applied, policy });
      expect({ funnel: renewed.funnel, openAnswers: renewed.openAnswers }).toEqual(counts);
      expect([...renewed.allowed].sort()).toEqual(
        [...changed.keys()].filter((slot) => allowed.has(slot)).sort(),
      );
      expect([...renewed.nearMisses].sort()).toEqual(
        [...changed.keys()].filter((slot) => nearMisses.has(slot)).sort(),
      );
    }
  });
  fc.assert(property, { numRuns: 150 });
});

it("knows nothing of what was before somebody was removed, nor of changes long ago", () => {
  const store = new ParticipantStore(builtInRules, new VectorStore(4));
  const [first, last] = [
    { id: 1, profile: 1 },
    { id: 2, profile: 2 },
  ];
  put(store, first);
  const { revision } = store.changes;
  put(store, first);
  expect(store.former.isKnownFrom(revision, store.changes.revision)).toBe(true);
  store.remove("p1");
  expect(store.former.isKnownFrom(revision, store.changes.revision)).toBe(false);
  const { revision: later } = store.changes;
  for (let count = 0; count < 2048; count++) put(store, last);
  expect(store.former.isKnownFrom(later, store.changes.revision)).toBe(true);
  put(store, last);
  expect(store.former.isKnownFrom(later, store.changes.revision)).toBe(false);
});
