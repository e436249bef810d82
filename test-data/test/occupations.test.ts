import { ssykCode } from "@jobbmatch/shared";
import { describe, expect, it } from "vitest";
import { occupationNamed, occupations } from "../src/occupations/index.ts";

describe("the table of occupations", () => {
  it("holds about 120 occupations, each once", () => {
    expect(occupations.length).toBeGreaterThanOrEqual(115);
    expect(new Set(occupations.map(({ title }) => title)).size).toBe(occupations.length);
  });

  it("describes each with a code, skills and tasks, and names it in no two ways that are the same", () => {
    for (const { title, ssyk, skills, tasks, otherTitles = [], foreignTitles = [] } of occupations) {
      const names = [title, ...otherTitles, ...foreignTitles];
      expect(ssykCode.safeParse(ssyk).success, title).toBe(true);
      expect(skills.length, title).toBeGreaterThanOrEqual(3);
      expect(tasks.length, title).toBeGreaterThanOrEqual(2);
      expect(new Set(tasks).size, title).toBe(tasks.length);
      expect(new Set(names).size, title).toBe(names.length);
    }
  });

  it("finds an occupation by its title and refuses one that is not there", () => {
    expect(occupationNamed("undersköterska").ssyk).toBe("5321");
    expect(() => occupationNamed("trollkarl")).toThrow(RangeError);
  });
});
