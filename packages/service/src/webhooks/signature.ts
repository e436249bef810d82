import { createHmac, timingSafeEqual } from "node:crypto";

/** The header that carries the signature. */
export const signatureHeader = "Jobbmatch-Signature";
/** Seconds that a receiver should accept between signing and arrival, against messages that are sent again by others. */
export const signatureTolerance = 300;

interface Signed {
  readonly secret: string;
  readonly body: string;
  /** Seconds since 1970. */
  readonly time: number;
}

/**
 * Signs a message: HMAC-SHA256 with the webhook's secret over the time, a full stop and the body.
 *
 * @example
 * signatureOf({ secret: "s", body: "{}", time: 1766300000 }); // "t=1766300000,v1=…" with 64 hexadecimal digits
 */
export function signatureOf({ secret, body, time }: Signed): string {
  return `t=${time},v1=${createHmac("sha256", secret).update(`${time}.${body}`).digest("hex")}`;
}

/**
 * Whether a message comes from whoever has the secret, whole and not sent again later by somebody else: for receivers.
 *
 * @param signature the header `Jobbmatch-Signature`, as it came.
 * @param message `body` as it came, before it is parsed; `now` in seconds since 1970.
 * @returns false for a signature of another body or secret, one that is more than `signatureTolerance` seconds from now,
 * and for what is no signature.
 * @example
 * const now = Math.floor(Date.now() / 1000);
 * const isGenuine = isSignatureValid(String(request.headers["jobbmatch-signature"]), { secret, body, now });
 */
export function isSignatureValid(
  signature: string,
  { secret, body, now }: { readonly secret: string; readonly body: string; readonly now: number },
): boolean {
  const time = Number(/^t=(\d{1,12}),v1=[0-9a-f]{64}$/.exec(signature)?.[1]);
  if (!Number.isInteger(time) || Math.abs(now - time) > signatureTolerance) return false;
  const expected = signatureOf({ secret, body, time });
  return (
    expected.length === signature.length && timingSafeEqual(Buffer.from(expected), Buffer.from(signature))
  );
}
