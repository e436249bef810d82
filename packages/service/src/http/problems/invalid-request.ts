import { JobbmatchError, type Problem } from "@jobbmatch/shared";

/** The error for a request that its schema does not accept, with each field that is wrong. */
export function invalidRequest(problems: readonly Problem[]): JobbmatchError {
  const message =
    problems.length === 1 ? "one field is not valid" : `${problems.length} fields are not valid`;
  // A problem without a field concerns the whole body.
  const located = problems.map((problem) => ({ ...problem, field: problem.field ?? "" }));
  return new JobbmatchError({ code: "invalidRequest", message }, ...located);
}
