import { JobbmatchError } from "@jobbmatch/shared";

/** A code such as `matching` or `case:2026-114`: nothing that could hold a sentence about somebody. */
export const reasonPattern = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/;

/**
 * Reads `Jobbmatch-Reason`, which is kept in the audit log.
 *
 * @throws JobbmatchError `invalidRequest`.
 */
export function readReason(header: string | undefined): string | undefined {
  if (header === undefined || reasonPattern.test(header)) return header;
  throw new JobbmatchError({
    code: "invalidRequest",
    field: "Jobbmatch-Reason",
    message: "expected a code of at most 64 letters, digits or . _ : / -",
  });
}
