import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkVersion,
  entityTag,
  readVersionCondition,
} from "../../src/http/middleware/version-condition.ts";

const version = fc.nat();

function holds(header: string | undefined, stored: number | undefined): boolean {
  try {
    checkVersion(readVersionCondition(header), stored);
    return true;
  } catch {
    return false;
  }
}

describe("If-Match", () => {
  it("holds when one of its tags is the stored version, and never else", () => {
    fc.assert(
      fc.property(
        fc.array(version, { minLength: 1, maxLength: 5 }),
        fc.option(version, { nil: undefined }),
        (versions, stored) => {
          const header = versions.map(entityTag).join(", ");
          expect(holds(header, stored)).toBe(stored !== undefined && versions.includes(stored));
        },
      ),
    );
  });

  it("demands nothing when it is absent, and existence when it is a star", () => {
    expect(holds(undefined, undefined)).toBe(true);
    expect(holds("*", undefined)).toBe(false);
    expect(holds("*", 3)).toBe(true);
  });

  it("compares strongly, and does not take other tags for versions", () => {
    for (const header of ['W/"3"', '"03"', '"3.0"', '"abc"', '""']) expect(holds(header, 3)).toBe(false);
  });

  it("is refused when it is no list of tags", () => {
    for (const header of ["3", "", '"3', '"3" "4"', "*, 3"])
      expect(() => readVersionCondition(header)).toThrow(expect.objectContaining({ code: "invalidRequest" }));
  });
});
