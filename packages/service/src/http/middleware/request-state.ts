import { randomUUID } from "node:crypto";
import type { TextLanguage } from "@jobbmatch/shared";
import type { Request, RequestHandler, Response } from "express";
import { type Asker, anonymous } from "../asker.ts";
import type { Route } from "../route.ts";

/** What is known of a request while it is answered. */
export interface RequestState {
  readonly requestId: string;
  readonly language: TextLanguage;
  readonly startedAt: number;
  asker: Asker;
  route: Route | undefined;
  /** Code of the problem that it was answered with. */
  code: string | undefined;
}

/** The state of every request that is being answered. */
export class RequestStates {
  readonly #states = new WeakMap<Response, RequestState>();

  /** Begins the state of a request and tells its id in the answer. */
  readonly begin: RequestHandler = (request, response, next) => {
    response.setHeader("X-Request-Id", this.#create(request, response).requestId);
    next();
  };

  of(response: Response): RequestState {
    return this.#states.get(response) ?? this.#create(response.req, response);
  }

  #create(request: Request, response: Response): RequestState {
    const state: RequestState = {
      requestId: randomUUID(),
      // Few answers depend on it.
      get language() {
        return request.acceptsLanguages("sv", "en") === "en" ? "en" : "sv";
      },
      startedAt: performance.now(),
      asker: anonymous,
      route: undefined,
      code: undefined,
    };
    this.#states.set(response, state);
    return state;
  }
}
