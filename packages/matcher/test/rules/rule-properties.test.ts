import {
  type DrivingLicence,
  drivingLicences,
  languageLevels,
  type Participant,
  provenLevel,
} from "@jobbmatch/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInRules } from "../../src/rules/built-in-rules.ts";
import { applyRemedy } from "./apply-remedy.ts";
import { assess, outcomeOf, type Pair, pairArbitrary, ruleOf } from "./pairs.ts";

/** The same object without what a path names; an index in the path means every element of the list. */
function without(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((element) => without(element, [key ?? "", ...rest]));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (rest.length === 0) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, name === key ? without(inner, rest) : inner]),
  );
}

/**
 * Every field that a rule reads. Not `home.coordinates`: without them the municipality's main town is what is known
 * of the home, and it may lie beyond the limit.
 */
const readFields = [
  "languages",
  "languages.level",
  "languages.sfi",
  "drivingLicences",
  "credentials",
  "credentials.validUntil",
  "availability",
  "availability.weekly",
  "availability.commitments",
  "availability.hoursPerWeek",
  "availability.hoursPerWeek.min",
  "availability.hoursPerWeek.max",
  "availability.from",
  "availability.until",
  "home",
  "commute",
  "commute.maxKm",
  "eligibility",
  "eligibility.from",
  "eligibility.until",
];

describe("what is absent", () => {
  it("never fails: with any field taken away, nothing that passed or was unknown fails", () => {
    const property = fc.property(pairArbitrary, (pair) => {
      const open = builtInRules.filter((rule) => outcomeOf(rule, pair) !== "fail");
      for (const field of readFields) {
        const participant = without(pair.participant, field.split(".")) as Participant;
        const failed = open.filter((rule) => outcomeOf(rule, { ...pair, participant }) === "fail");
        expect({ field, failed: failed.map(({ id }) => id) }).toEqual({ field, failed: [] });
      }
    });
    fc.assert(property, { numRuns: 150 });
  });

  it("fails for nobody but where the vacancy itself is the reason", () => {
    const property = fc.property(
      pairArbitrary,
      ({ participant: { id, unit, version }, vacancy, context }) => {
        for (const rule of builtInRules) {
          const assessed = assess(rule, { participant: { id, unit, version }, vacancy, context });
          if (assessed?.outcome !== "fail") continue;
          expect(["unit", "seats", "eligibility", "dates"]).toContain(rule.id);
          expect(assessed.evidence.remedies ?? []).toEqual([]);
        }
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});

describe("more than before", () => {
  const passesStill = (id: string, pair: Pair, participant: Participant) => {
    if (outcomeOf(ruleOf(id), pair) === "pass") {
      expect(outcomeOf(ruleOf(id), { ...pair, participant })).toBe("pass");
    }
  };

  it("another driving licence never takes a pass away", () => {
    const another = fc.constantFrom<DrivingLicence>(...drivingLicences);
    const property = fc.property(pairArbitrary, another, (pair, licence) => {
      const held = pair.participant.drivingLicences;
      if (held === undefined) return;
      passesStill("drivingLicence", pair, { ...pair.participant, drivingLicences: [...held, licence] });
    });
    fc.assert(property, { numRuns: 300 });
  });

  it("a higher level never takes a pass away", () => {
    const property = fc.property(pairArbitrary, fc.nat({ max: 7 }), (pair, step) => {
      const languages = pair.participant.languages?.map((spoken) => {
        const level = provenLevel(spoken);
        if (level === undefined) return spoken;
        const higher = languageLevels[Math.min(7, languageLevels.indexOf(level) + step)] ?? level;
        return { language: spoken.language, level: higher };
      });
      if (languages !== undefined) passesStill("language", pair, { ...pair.participant, languages });
    });
    fc.assert(property, { numRuns: 300 });
  });

  it("another free window never takes a pass away", () => {
    const property = fc.property(pairArbitrary, pairArbitrary, (pair, other) => {
      const { availability } = pair.participant;
      if (availability?.weekly === undefined) return;
      const weekly = [...availability.weekly, ...(other.participant.availability?.weekly ?? [])];
      passesStill("schedule", pair, { ...pair.participant, availability: { ...availability, weekly } });
    });
    fc.assert(property, { numRuns: 300 });
  });

  it("a longer journey never takes a pass away", () => {
    const property = fc.property(pairArbitrary, fc.nat({ max: 50 }), (pair, extra) => {
      const { commute } = pair.participant;
      if (commute?.maxKm === undefined) return;
      const longer = { ...commute, maxKm: commute.maxKm + extra };
      passesStill("distance", pair, { ...pair.participant, commute: longer });
    });
    fc.assert(property, { numRuns: 300 });
  });
});

/** Whether all that the rule could ask about is known already, so that remedies alone decide. */
function isFullyKnown(id: string, { participant, vacancy }: Pair): boolean {
  if (id === "schedule") return participant.availability?.weekly !== undefined;
  if (id !== "language") return true;
  const asked = (vacancy.languages ?? []).flatMap(({ anyOf }) => anyOf.map(({ language }) => language));
  return asked.every((language) => {
    const listed = (participant.languages ?? []).filter((spoken) => spoken.language === language);
    return listed.length > 0 && listed.every((spoken) => provenLevel(spoken) !== undefined);
  });
}

describe("evidence", () => {
  it("holds questions for an unknown outcome, remedies only for a failure, and neither for a pass", () => {
    const property = fc.property(pairArbitrary, (pair) => {
      for (const rule of builtInRules) {
        const assessed = assess(rule, pair);
        if (assessed === undefined) continue;
        const { questions = [], remedies = [], required, found } = assessed.evidence;
        expect([rule.id, questions.length > 0]).toEqual([rule.id, assessed.outcome === "unknown"]);
        if (assessed.outcome !== "fail") expect(remedies).toEqual([]);
        for (const text of [required, found, ...[...questions, ...remedies].map((item) => item.text)]) {
          expect(text.sv).toMatch(/\S/);
          expect(text.en).toMatch(/\S/);
          expect(`${text.sv} ${text.en}`).not.toMatch(/undefined|NaN|null|\[object/);
        }
      }
    });
    fc.assert(property, { numRuns: 500 });
  });

  it("gives equal questions and remedies equal texts, and ids that begin with the rule's", () => {
    const texts = new Map<string, string>();
    const property = fc.property(pairArbitrary, (pair) => {
      for (const rule of builtInRules) {
        const { questions = [], remedies = [] } = assess(rule, pair)?.evidence ?? {};
        for (const [kind, items] of Object.entries({ questions, remedies })) {
          expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
          for (const { id, text } of items) {
            expect(id.startsWith(`${rule.id}:`)).toBe(true);
            const key = `${kind} ${id}`;
            expect(texts.get(key) ?? text.sv).toBe(text.sv);
            texts.set(key, text.sv);
          }
        }
      }
    });
    fc.assert(property, { numRuns: 300 });
  });

  it("quotes the sentence of what was recognised", () => {
    const property = fc.property(pairArbitrary, (pair) => {
      const evidence = assess(ruleOf("language"), pair)?.evidence;
      if (evidence === undefined) return;
      const recognised = pair.vacancy.languages?.some(({ source }) => source === "recognised");
      expect(evidence.source).toBe(recognised ? "recognised" : "stated");
      expect(evidence.quote).toBe(recognised ? "Vi kräver det." : undefined);
    });
    fc.assert(property, { numRuns: 200 });
  });
});

describe("remedies", () => {
  it.each(builtInRules.map(({ id }) => id))(
    "of %s turn a failure into a pass when they are applied",
    (id) => {
      const rule = ruleOf(id);
      let applied = 0;
      const property = fc.property(pairArbitrary, (pair) => {
        const assessed = assess(rule, pair);
        const remedies = assessed?.evidence.remedies ?? [];
        if (remedies.length === 0) return;
        applied += 1;
        const participant = remedies.reduce((one, remedy) => applyRemedy(one, remedy.id), pair.participant);
        const after = outcomeOf(rule, { ...pair, participant });
        expect(after).not.toBe("fail");
        if (isFullyKnown(id, pair)) expect(after).toBe("pass");
      });
      fc.assert(property, { numRuns: 500 });
      expect(applied > 0).toBe(!["unit", "seats"].includes(id));
    },
  );
});
