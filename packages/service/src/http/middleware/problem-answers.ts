import { JobbmatchError } from "@jobbmatch/shared";
import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "../../observability/logger.ts";
import { asProblems } from "../problems/as-problems.ts";
import { problemDetailsOf } from "../problems/problem-details.ts";
import type { RequestStates } from "./request-state.ts";

/** Answers every error as problem details; what is our own fault is logged with the request's id. */
export function answerProblems(states: RequestStates, logger: Logger): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const state = states.of(response);
    const [first, ...rest] = asProblems(error);
    state.code = first.code;
    const { requestId, language, route } = state;
    const details = problemDetailsOf(first, [first, ...rest], { language, requestId });
    // A service that is busy or starting says so by itself; its log line has the code.
    if (details.status === 500 || (details.status === 503 && !(error instanceof JobbmatchError)))
      logger.error("request failed", { requestId, route: route?.path, code: first.code, error });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (details.status === 503) response.setHeader("Retry-After", "1");
    response.status(details.status).setHeader("Content-Language", language);
    response.type("application/problem+json").send(JSON.stringify(details));
  };
}

/** Answers what no route answers. */
export const answerUnknownAddress: RequestHandler = () => {
  throw new JobbmatchError({ code: "notFound", message: "there is nothing at this address" });
};

/** Answers a method that an address does not have. */
export function answerUnknownMethod(allowed: readonly string[]): RequestHandler {
  return (_request, response) => {
    response.setHeader("Allow", allowed.join(", "));
    throw new JobbmatchError({ code: "methodNotAllowed", message: `expected ${allowed.join(" or ")}` });
  };
}
