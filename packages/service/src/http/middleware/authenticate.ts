import { JobbmatchError } from "@jobbmatch/shared";
import type { Request, RequestHandler } from "express";
import { type Asker, anonymous } from "../asker.ts";
import type { Route } from "../route.ts";
import type { RequestStates } from "./request-state.ts";

/** Tells who a key belongs to. */
export interface Authenticator {
  /** @returns the asker, or `undefined` for a key that is unknown, wrong, expired or revoked. */
  authenticate(token: string): Promise<Asker | undefined>;
}

export interface AuthenticationOptions {
  readonly states: RequestStates;
  readonly authenticator: Authenticator;
  /** Counts a request without a valid key against its address, and answers it if there have been too many. */
  readonly limitFailures: RequestHandler;
}

/** Finds out who asks and whether the key's role may call the route. */
export function authenticate(route: Route, options: AuthenticationOptions): RequestHandler {
  const { states, authenticator, limitFailures } = options;
  return async (request, response, next) => {
    const state = states.of(response);
    state.route = route;
    const asker = await askerOf(request, route, authenticator);
    if (asker === undefined) {
      response.setHeader("WWW-Authenticate", 'Bearer realm="jobbmatch"');
      await limitFailures(request, response, (error) => next(error ?? unauthenticated()));
      return;
    }
    state.asker = asker;
    if (route.access !== "public" && !route.access.includes(asker.role)) throw forbidden(asker, route);
    next();
  };
}

async function askerOf(
  request: Request,
  { access }: Route,
  authenticator: Authenticator,
): Promise<Asker | undefined> {
  if (access === "public") return anonymous;
  const token = /^Bearer ([\w.~+/=-]{1,500})$/i.exec(request.get("Authorization") ?? "")?.[1];
  return token === undefined ? undefined : authenticator.authenticate(token);
}

function unauthenticated(): JobbmatchError {
  const message = "send a valid API key as `Authorization: Bearer KEY`";
  return new JobbmatchError({ code: "unauthenticated", message });
}

function forbidden({ role }: Asker, { access }: Route): JobbmatchError {
  const message = `a key with the role ${role} may not do this; it takes ${String(access)}`;
  return new JobbmatchError({ code: "forbidden", message });
}
