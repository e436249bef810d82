/**
 * Every way in which input, a file or a request can be wrong. A closed list: callers may switch over it. The service
 * gives each one a status and a title in `http/problems/problem-kinds.ts`.
 */
export const errorCodes = [
  "invalidField",
  "unknownField",
  "missingField",
  "emptyText",
  "textTooLong",
  "invalidDate",
  "invalidNumber",
  "invalidEncoding",
  "invalidJson",
  "unsupportedFormat",
  "recordTooLarge",
  "personalIdentityNumber",
  "duplicateId",
  "staleVersion",
  "versionConflict",
  "unknownParticipant",
  "unknownVacancy",
  "invalidRequest",
  "invalidRule",
  "modelNotFound",
  "modelMismatch",
  "invalidVector",
  "indexFull",
  "nativeModuleMissing",
  "snapshotNotFound",
  "snapshotDamaged",
  "snapshotUnsupported",
  "workerFailed",
  "unauthenticated",
  "forbidden",
  "notFound",
  "unknownResource",
  "methodNotAllowed",
  "notAcceptable",
  "unsupportedMediaType",
  "preconditionFailed",
  "idempotencyConflict",
  "invalidCursor",
  "conflict",
  "invalidTransition",
  "tooManyRequests",
  "timeLimitExceeded",
  "notCaughtUp",
  "unavailable",
  "internalError",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/**
 * One thing that is wrong, as data. It names the record and the field and says what is wrong with the value,
 * but never repeats free text: a problem may be logged, a profile may not.
 */
export interface Problem {
  readonly code: ErrorCode;
  /** In English, one sentence. */
  readonly message: string;
  readonly id?: string;
  /** Path of the field, for example `languages.0.level`. */
  readonly field?: string;
  /** Line in the file that was read, counted from 1. */
  readonly line?: number;
}

/** The error that every package of Jobbmatch throws; `code` tells what happened, `problems` tells where. */
export class JobbmatchError extends Error {
  override readonly name = "JobbmatchError";
  readonly code: ErrorCode;
  readonly problems: readonly Problem[];

  constructor(first: Problem, ...rest: Problem[]) {
    super(describeProblem(first));
    this.code = first.code;
    this.problems = [first, ...rest];
  }
}

/** A problem as one line of text: where it is, then what it is. */
export function describeProblem(problem: Problem): string {
  const where = [
    problem.line === undefined ? undefined : `line ${problem.line}`,
    problem.id === undefined ? undefined : `id ${problem.id}`,
    problem.field === undefined ? undefined : `field ${problem.field}`,
  ].filter((part) => part !== undefined);
  return where.length === 0 ? problem.message : `${where.join(", ")}: ${problem.message}`;
}

/** Either a value or what is wrong with the input that should have given it. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };
