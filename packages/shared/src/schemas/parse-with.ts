import type * as z from "zod";
import { type ErrorCode, errorCodes, type Problem, type Result } from "../errors.ts";
import { isPersonalIdentityNumber } from "../privacy/personal-identity-number.ts";
import { entityId } from "./fields.ts";

/** Checks any input against a schema and tells what is wrong with it as problems. */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Result<z.output<Schema>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const id = idOf(input);
  const problems = parsed.error.issues
    .flatMap(problemsOf)
    .map((problem) => (id === undefined ? problem : { ...problem, id }));
  return { ok: false, problems };
}

function idOf(input: unknown): string | undefined {
  if (typeof input !== "object" || input === null || !("id" in input)) return undefined;
  // An id that breaks the rules may hold personal data, so it is not repeated.
  const id = entityId.safeParse(input.id);
  return id.success && !isPersonalIdentityNumber(id.data) ? id.data : undefined;
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue): Problem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      code: "unknownField",
      field: pathOf([...issue.path, key]),
      message: "the field is not known",
    }));
  }
  const field = issue.path.length === 0 ? {} : { field: pathOf(issue.path) };
  return [{ code: codeOf(issue), ...field, message: issue.message }];
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map(String).join(".").slice(0, 200);
}

function codeOf(issue: Issue): ErrorCode {
  switch (issue.code) {
    case "invalid_type":
      return codeOfType(issue);
    case "too_small":
      return issue.origin === "string" ? "emptyText" : "invalidField";
    case "too_big":
      return issue.origin === "string" ? "textTooLong" : "invalidField";
    case "invalid_format":
      return issue.format === "date" ? "invalidDate" : "invalidField";
    case "custom":
      return codeOfCustom(issue.params?.code);
    default:
      return "invalidField";
  }
}

function codeOfCustom(code: unknown): ErrorCode {
  return errorCodes.find((known) => known === code) ?? "invalidField";
}

function codeOfType(issue: Extract<Issue, { code: "invalid_type" }>): ErrorCode {
  if (issue.input === undefined && issue.message.includes("received undefined")) return "missingField";
  return issue.expected === "number" || issue.expected === "int" ? "invalidNumber" : "invalidField";
}
