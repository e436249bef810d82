import type { Delivery } from "../storage/queries/read-delivery.ts";
import { signatureHeader, signatureOf } from "./signature.ts";

/** Milliseconds that an endpoint has to answer. */
const answerTimeLimit = 10_000;

/** How an endpoint answered. */
export interface Answer {
  readonly isAccepted: boolean;
  /** `null` when there was no answer. */
  readonly status: number | null;
}

/**
 * Sends an event to a webhook as signed JSON. Accepted is what is answered with 2xx in time; a redirect is not followed,
 * since it could lead the message to somebody else. The id in `Jobbmatch-Delivery` is the same for each try.
 */
export async function sendEvent(
  { id, url, secret, event }: Delivery,
  timeLimit: number = answerTimeLimit,
): Promise<Answer> {
  const body = JSON.stringify(event);
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.timeout(timeLimit),
      headers: {
        "Content-Type": "application/json",
        "User-Agent": "Jobbmatch",
        "Jobbmatch-Delivery": id,
        "Jobbmatch-Event": event.kind,
        [signatureHeader]: signatureOf({ secret, body, time: Math.floor(Date.now() / 1000) }),
      },
      body,
    });
    await response.body?.cancel();
    return { isAccepted: response.ok, status: response.status };
  } catch {
    return { isAccepted: false, status: null };
  }
}
