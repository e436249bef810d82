import { JobbmatchError } from "@jobbmatch/shared";

/** The greatest owner: tables of owners are arrays as long as the greatest of them. */
const maximumOwner = 2 ** 28;

/** @throws JobbmatchError `invalidRequest` */
export function checkOwner(owner: number): void {
  if (Number.isInteger(owner) && owner >= 0 && owner <= maximumOwner) return;
  const message = `an owner must be a whole number from 0 to ${maximumOwner}`;
  throw new JobbmatchError({ code: "invalidRequest", message });
}
