import { errorCodes, JobbmatchError } from "@jobbmatch/shared";
import { describe, expect, it } from "vitest";
import { asProblems } from "../../src/http/problems/as-problems.ts";
import { problemDetails, problemDetailsOf } from "../../src/http/problems/problem-details.ts";
import { problemKinds } from "../../src/http/problems/problem-kinds.ts";

describe("problems", () => {
  it.each(errorCodes)("%s has a status and a title in both languages", (code) => {
    const { title } = problemKinds[code];
    for (const language of ["sv", "en"] as const) {
      const details = problemDetailsOf({ code, message: "text" }, [], { language });
      expect(problemDetails.parse(details)).toEqual(details);
      expect(details.title).toBe(title[language]);
    }
    expect(title.sv).not.toBe(title.en);
  });

  it("lists each field that is wrong, at most fifty", () => {
    const problems = Array.from({ length: 80 }, (_, index) => ({
      code: "missingField" as const,
      field: `skills.${index}`,
      message: "text",
    }));
    const details = problemDetailsOf({ code: "invalidRequest", message: "text" }, problems, {
      language: "sv",
    });
    expect(details.problems).toHaveLength(50);
    expect(details.problems?.[0]).toEqual({
      code: "missingField",
      title: "Ett fält saknas",
      field: "skills.0",
      message: "text",
    });
  });

  it("tell nothing of an error that is not ours", () => {
    const [problem] = asProblems(new Error("MARKER", { cause: new Error("MARKER") }));
    expect(problem.code).toBe("internalError");
    expect(JSON.stringify(problem)).not.toContain("MARKER");
    expect(asProblems("MARKER")[0].message).not.toContain("MARKER");
  });

  it("keep the codes of our own errors", () => {
    const error = new JobbmatchError({ code: "unknownVacancy", id: "v1", message: "text" });
    expect(asProblems(error)).toEqual(error.problems);
  });
});
