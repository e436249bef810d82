import { JobbmatchError } from "@jobbmatch/shared";
import type { RequestHandler } from "express";
import { ipKeyGenerator, type Options, rateLimit } from "express-rate-limit";
import type { HttpLimits } from "../limits.ts";
import type { RequestStates } from "./request-state.ts";

const common: Partial<Options> = {
  standardHeaders: "draft-8",
  legacyHeaders: false,
  // The library's own checks write to the console; what they check is fixed here.
  validate: false,
  handler: (_request, _response, next) => next(tooManyRequests()),
};

/** Limits what one API key may ask, by process. The answer says how much is left, in `RateLimit`. */
export function limitRequests(states: RequestStates, { requestsPerTenSeconds }: HttpLimits): RequestHandler {
  return rateLimit({
    ...common,
    identifier: "key",
    windowMs: 10_000,
    limit: requestsPerTenSeconds,
    keyGenerator: (_request, response) => states.of(response).asker.keyId,
  });
}

/** Limits how often one address may come without a valid key, by process. */
export function limitFailures({ failuresPerMinute }: HttpLimits): RequestHandler {
  return rateLimit({
    ...common,
    identifier: "failures",
    windowMs: 60_000,
    limit: failuresPerMinute,
    keyGenerator: ({ ip }) => ipKeyGenerator(ip ?? "unknown"),
  });
}

function tooManyRequests(): JobbmatchError {
  return new JobbmatchError({ code: "tooManyRequests", message: "wait as long as `Retry-After` says" });
}
