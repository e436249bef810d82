import fc from "fast-check";
import { expect, it } from "vitest";
import { LeastScores } from "../../src/retrieval/vacancies/least-scores.ts";

const vacancy = fc.constantFrom("v1", "v2", "v3", "v4", "v5");
const score = fc.double({ noNaN: true });
const step = fc.oneof(
  fc.record({ vacancy, allowed: score, nearMiss: score }),
  fc.record({ vacancy, allowed: fc.constant(undefined), nearMiss: fc.constant(undefined) }),
);

it("tell of vacancies what was set last, and that everybody reaches the others", () => {
  const property = fc.property(
    fc.array(step, { maxLength: 30 }),
    fc.array(vacancy),
    fc.array(vacancy),
    (steps, first, second) => {
      const least = new LeastScores();
      const expected = new Map<string, { readonly allowed: number; readonly nearMiss: number }>();
      for (const [index, { vacancy: each, allowed, nearMiss }] of steps.entries()) {
        if (allowed === undefined || nearMiss === undefined) {
          least.delete(each);
          expected.delete(each);
        } else {
          least.set(each, { allowed, nearMiss });
          expected.set(each, { allowed, nearMiss });
        }
        const ids = index % 3 === 0 ? second : first;
        const room = { allowed: new Float64Array(ids.length), nearMiss: new Float64Array(ids.length) };
        const told = least.read(ids, room);
        const verdicts = ["allowed", "nearMiss"] as const;
        for (const verdict of verdicts) {
          const scores = ids.map((id) => expected.get(id)?.[verdict] ?? Number.NEGATIVE_INFINITY);
          expect([...told[verdict]]).toEqual(scores);
        }
      }
    },
  );
  fc.assert(property);
});
