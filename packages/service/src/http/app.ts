import express, { type Express } from "express";
import { answerRequest } from "./middleware/answer-request.ts";
import { authenticate } from "./middleware/authenticate.ts";
import { observeRequests } from "./middleware/observe-requests.ts";
import { answerProblems, answerUnknownAddress, answerUnknownMethod } from "./middleware/problem-answers.ts";
import { limitFailures, limitRequests } from "./middleware/rate-limits.ts";
import { readBody } from "./middleware/read-body.ts";
import { RequestStates } from "./middleware/request-state.ts";
import { securityHeaders } from "./middleware/security-headers.ts";
import { openApiDocument } from "./openapi/document.ts";
import { documentationPages } from "./openapi/page.ts";
import type { Route } from "./route.ts";
import { routes } from "./routes/index.ts";
import type { HttpServices } from "./services.ts";

/**
 * The HTTP API. Everything that it answers stands in `routes`: the paths, the OpenAPI document and the page of `/docs`
 * derive from that list. Listens to nothing by itself.
 *
 * @example
 * createServer(createApp(services)).listen(8080, "127.0.0.1");
 */
export function createApp(services: HttpServices): Express {
  const { metrics, logger } = services;
  const states = new RequestStates();
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", "simple");
  app.set("case sensitive routing", true);
  app.use(states.begin, observeRequests(states, metrics, logger), ...securityHeaders());
  app.use(documentationPages(() => openApiDocument(routes)));
  mountRoutes(app, states, services);
  app.use(answerUnknownAddress, answerProblems(states, logger));
  return app;
}

function mountRoutes(app: Express, states: RequestStates, services: HttpServices): void {
  const { authenticator, limits } = services;
  const authentication = { states, authenticator, limitFailures: limitFailures(limits) };
  const limit = limitRequests(states, limits);
  const methods = new Map<string, string[]>();
  for (const route of routes) {
    const pattern = expressPattern(route);
    methods.set(pattern, [...(methods.get(pattern) ?? []), route.method.toUpperCase()]);
    app[route.method](
      pattern,
      authenticate(route, authentication),
      limit,
      ...readBody(route, limits),
      answerRequest(route, states, services),
    );
  }
  for (const [pattern, allowed] of methods) app.all(pattern, answerUnknownMethod(allowed));
}

/** `/v1/participants:bulk` and `/v1/participants/{id}` as Express writes them. */
function expressPattern({ path }: Route): string {
  return path.replaceAll(":", "\\:").replaceAll(/\{(\w+)\}/g, ":$1");
}
