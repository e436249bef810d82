import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delayAfter, mostAttempts, restAfter } from "../../src/webhooks/retry-policy.ts";
import { isSignatureValid, signatureOf } from "../../src/webhooks/signature.ts";

const now = 1_766_300_000;
const secret = "whsec_test";

describe("the signature of a webhook", () => {
  it("is that of HMAC-SHA256 over time and body", () => {
    // openssl: printf '1766300000.{}' | openssl dgst -sha256 -hmac whsec_test
    expect(signatureOf({ secret, body: "{}", time: now })).toBe(
      "t=1766300000,v1=a3f2937d1db62489b2f17c2255d8c4c2f8ad0f798c2d5660cf6aea48ba421535",
    );
  });

  it("holds for the signed body alone, with the right secret, for five minutes", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: -400, max: 400 }), (body, other, age) => {
        const signature = signatureOf({ secret, body, time: now - age });
        expect(isSignatureValid(signature, { secret, body, now })).toBe(Math.abs(age) <= 300);
        expect(isSignatureValid(signature, { secret, body: other, now })).toBe(
          other === body && Math.abs(age) <= 300,
        );
        expect(isSignatureValid(signature, { secret: `${secret}.`, body, now })).toBe(false);
      }),
    );
  });

  it("is refused when it is no signature", () => {
    fc.assert(
      fc.property(fc.string(), (signature) => {
        expect(isSignatureValid(signature, { secret, body: "{}", now })).toBe(false);
      }),
    );
  });
});

describe("retries", () => {
  it("come later and later over some two days", () => {
    const delays = Array.from({ length: mostAttempts - 1 }, (_, index) => delayAfter(index + 1));
    expect(delays.slice(0, 3)).toEqual([5000, 10_000, 20_000]);
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
    expect(delays.reduce((sum, delay) => sum + delay, 0)).toBeGreaterThan(40 * 3_600_000);
  });

  it("leave an endpoint alone from the fifth failure in a row", () => {
    expect([1, 4, 5, 6, 100].map(restAfter)).toEqual([null, null, 60_000, 120_000, 3_600_000]);
  });
});
