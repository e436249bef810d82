import { JobbmatchError } from "@jobbmatch/shared";
import * as z from "zod";
import type { HttpServices } from "../services.ts";

/** A position of the change log, as a header carries it. */
export const positionText = z.string().regex(/^\d{1,15}$/);

/**
 * Waits until the index has a change that the asker has made, so that one reads what one has written.
 *
 * @throws JobbmatchError `notCaughtUp` when the index is not ready, or does not get there in time; `invalidRequest`.
 */
export async function waitForIndex(
  header: string | undefined,
  { replica, limits }: HttpServices,
): Promise<void> {
  if (header !== undefined && !positionText.safeParse(header).success)
    throw new JobbmatchError({
      code: "invalidRequest",
      field: "Jobbmatch-After",
      message: "expected a position, as `Jobbmatch-Position` tells it",
    });
  if (!replica.isReady) throw notCaughtUp("the index is being read; ask again soon");
  const position = header === undefined ? 0 : Number(header);
  if (replica.position >= position) return;
  const reached = await replica.waitFor(position, limits.catchUpMilliseconds);
  if (!reached) throw notCaughtUp("the index did not reach that position in time");
}

function notCaughtUp(message: string): JobbmatchError {
  return new JobbmatchError({ code: "notCaughtUp", message });
}
