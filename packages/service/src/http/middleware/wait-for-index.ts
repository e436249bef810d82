import { setTimeout as sleep } from "node:timers/promises";
import { JobbmatchError } from "@jobbmatch/shared";
import * as z from "zod";
import { isChangeFollowed } from "../../storage/queries/is-change-followed.ts";
import type { HttpServices } from "../services.ts";

/** A position of the change log, as a header carries it. */
export const positionText = z.string().regex(/^\d{1,15}$/);

/** Milliseconds between two looks whether the shortlists follow a change. */
const pollInterval = 25;

/**
 * Reads `Jobbmatch-After`: the position of a change that the answer must have in it.
 *
 * @throws JobbmatchError `invalidRequest`.
 */
export function readPosition(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (positionText.safeParse(header).success) return Number(header);
  throw new JobbmatchError({
    code: "invalidRequest",
    field: "Jobbmatch-After",
    message: "expected a position, as `Jobbmatch-Position` tells it",
  });
}

/**
 * Waits until the index has a change that the asker has made, so that one reads what one has written.
 *
 * @throws JobbmatchError `notCaughtUp` when the index is not ready, or does not get there in time.
 */
export async function waitForIndex(
  position: number | undefined,
  { replica, limits }: HttpServices,
): Promise<void> {
  if (!replica.isReady) throw notCaughtUp("the index is being read; ask again soon");
  if (position === undefined || replica.position >= position) return;
  if (!(await replica.waitFor(position, limits.catchUpMilliseconds)))
    throw notCaughtUp("the index did not reach that position in time");
}

/**
 * As `waitForIndex`, until the stored shortlists follow the change.
 *
 * @throws JobbmatchError `notCaughtUp`.
 */
export async function waitForShortlists(
  position: number | undefined,
  { database, limits }: HttpServices,
): Promise<void> {
  if (position === undefined) return;
  const end = Date.now() + limits.catchUpMilliseconds;
  while (!(await isChangeFollowed(database, position))) {
    if (Date.now() >= end) throw notCaughtUp("the shortlists did not follow the change in time");
    await sleep(pollInterval);
  }
}

function notCaughtUp(message: string): JobbmatchError {
  return new JobbmatchError({ code: "notCaughtUp", message });
}
