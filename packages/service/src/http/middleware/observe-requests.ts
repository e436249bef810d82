import type { RequestHandler } from "express";
import type { Logger } from "../../observability/logger.ts";
import type { Metrics } from "../../observability/metrics.ts";
import type { RequestStates } from "./request-state.ts";

/** Measures and logs every answer by its route's pattern; the address itself, which holds ids, is never used. */
export function observeRequests(states: RequestStates, metrics: Metrics, logger: Logger): RequestHandler {
  return (request, response, next) => {
    metrics.requestsOpen.inc();
    response.once("close", () => {
      metrics.requestsOpen.dec();
      const { route, requestId, asker, startedAt, code } = states.of(response);
      const milliseconds = performance.now() - startedAt;
      const pattern = route?.path ?? "none";
      const labels = { method: route?.method ?? "none", route: pattern, status: response.statusCode };
      metrics.requestSeconds.observe(labels, milliseconds / 1000);
      logger.info(response.writableFinished ? "request answered" : "request broken off", {
        requestId,
        method: request.method,
        route: pattern,
        status: response.statusCode,
        code,
        milliseconds: Math.round(milliseconds * 10) / 10,
        keyId: asker.keyId,
      });
    });
    next();
  };
}
