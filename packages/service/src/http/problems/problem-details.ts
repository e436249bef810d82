import { errorCodes, type Problem, type TextLanguage } from "@jobbmatch/shared";
import * as z from "zod";
import { problemKinds } from "./problem-kinds.ts";

const code = z.enum(errorCodes);

/** The body of every answer that is not a success: problem details of RFC 9457 with a stable code. */
export const problemDetails = z
  .strictObject({
    type: z.string().meta({ description: "`urn:jobbmatch:problem:` followed by the code." }),
    title: z.string().meta({ description: "In Swedish, or in English if `Accept-Language` prefers it." }),
    status: z.int().min(400).max(599),
    code,
    detail: z.string().optional().meta({ description: "In English. Never repeats the text of a record." }),
    requestId: z.string().optional().meta({ description: "Stands in the log of the service too." }),
    problems: z
      .array(
        z.strictObject({
          code,
          title: z.string(),
          message: z.string(),
          id: z.string().optional(),
          field: z
            .string()
            .optional()
            .meta({ description: "Path of the field, such as `languages.0.level`." }),
          line: z.int().optional().meta({ description: "Line of the body, counted from 1." }),
        }),
      )
      .optional()
      .meta({ description: "Each thing that is wrong, at most 50." }),
  })
  .meta({ id: "ProblemDetails" });
export type ProblemDetails = z.infer<typeof problemDetails>;

/** An answer lists no more problems than this; who sends thousands of wrong fields is helped by the first ones. */
const mostProblems = 50;

export interface ProblemContext {
  readonly language: TextLanguage;
  readonly requestId?: string | undefined;
}

/** The problem details for one error. Problems with a field, an id or a line are listed one by one. */
export function problemDetailsOf(
  first: Problem,
  problems: readonly Problem[],
  { language, requestId }: ProblemContext,
): ProblemDetails {
  const { status, title } = problemKinds[first.code];
  const located = problems.filter(
    ({ field, id, line }) => field !== undefined || id !== undefined || line !== undefined,
  );
  return {
    type: `urn:jobbmatch:problem:${first.code}`,
    title: title[language],
    status,
    code: first.code,
    detail: first.message,
    ...(requestId === undefined ? {} : { requestId }),
    ...(located.length === 0 ? {} : { problems: located.slice(0, mostProblems).map(localised(language)) }),
  };
}

function localised(language: TextLanguage) {
  return (problem: Problem) => ({ ...problem, title: problemKinds[problem.code].title[language] });
}
