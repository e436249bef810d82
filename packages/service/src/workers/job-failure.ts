import { JobbmatchError } from "@jobbmatch/shared";

/** What tells how often a job may still be tried. */
interface Attempts {
  readonly attemptsMade: number;
  readonly opts: { readonly attempts?: number };
}

/** Whether a job that fails now will not be tried again. */
export function isLastAttempt({ attemptsMade, opts }: Attempts): boolean {
  return attemptsMade + 1 >= (opts.attempts ?? 1);
}

/**
 * The failure as it is kept with the job: kind and code. Messages of a database or a parser may quote what they were
 * given, and jobs never hold a word of a profile.
 */
export function withoutTexts(error: unknown): Error {
  const kept = new Error(error instanceof JobbmatchError ? error.code : kindOf(error));
  kept.stack = kept.message;
  return kept;
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown failure";
  const code: unknown = Reflect.get(error, "code");
  return typeof code === "string" && /^\w{1,40}$/.test(code) ? `${error.name} ${code}` : error.name;
}
