import fc from "fast-check";
import { expect, it } from "vitest";
import { codeNumber, codeRelevance, occupationRelevance } from "../../src/ranking/occupation-relevance.ts";

/** Few digits, so that codes often begin alike. */
const code = fc.oneof(
  fc.constant(undefined),
  fc.array(fc.constantFrom("0", "1", "9"), { minLength: 4, maxLength: 4 }).map((digits) => digits.join("")),
);

it("relates codes by their numbers as it relates them by their digits", () => {
  fc.assert(
    fc.property(code, code, (had, asked) => {
      expect(codeRelevance(codeNumber(had), codeNumber(asked))).toBe(occupationRelevance(had, asked));
    }),
  );
});
