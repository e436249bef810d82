import { JobbmatchError } from "@jobbmatch/shared";
import type { Request, RequestHandler, Response } from "express";
import type { Reply } from "../reply.ts";
import type { RawRequest, RequestContext, Route } from "../route.ts";
import type { HttpServices } from "../services.ts";
import { readReason } from "./reason.ts";
import type { RequestStates } from "./request-state.ts";
import { respondOnce } from "./respond-once.ts";
import { sendReply } from "./send-reply.ts";
import { readVersionCondition } from "./version-condition.ts";
import { readPosition, waitForIndex } from "./wait-for-index.ts";

/** Lets a route answer a request, within the time that it has. */
export function answerRequest(route: Route, states: RequestStates, services: HttpServices): RequestHandler {
  return async (request, response) => {
    const deadline = new Deadline(response, route, services.limits.requestMilliseconds);
    try {
      const reply = await deadline.race(() =>
        replyTo(request, response, { route, states, services, deadline }),
      );
      if (reply.kind !== "stream") deadline.stop();
      await sendReply(request, response, reply);
    } finally {
      deadline.stop();
    }
  };
}

interface Answering {
  readonly route: Route;
  readonly states: RequestStates;
  readonly services: HttpServices;
  readonly deadline: Deadline;
}

async function replyTo(request: Request, response: Response, answering: Answering): Promise<Reply> {
  const { route, states, services, deadline } = answering;
  const state = states.of(response);
  const { asker, requestId } = state;
  const after = readPosition(request.get("Jobbmatch-After"));
  const context: RequestContext = {
    asker,
    requestId,
    get language() {
      return state.language;
    },
    after,
    get signal() {
      return deadline.signal;
    },
    condition: route.conditional ? readVersionCondition(request.get("If-Match")) : { kind: "none" },
    reason: readReason(request.get("Jobbmatch-Reason")),
    mediaType: acceptedType(request, route),
    lastEventId: request.get("Last-Event-ID"),
  };
  if (route.readsIndex) await waitForIndex(after, services);
  const raw: RawRequest = {
    path: { ...request.params },
    query: { ...request.query },
    body: request.body,
    bytes: request,
    context,
    services,
  };
  return route.idempotent ? respondOnce(route, raw, request.get("Idempotency-Key")) : route.respond(raw);
}

function acceptedType(request: Request, { mediaTypes = ["application/json"] }: Route): string {
  const accepted = request.accepts([...mediaTypes]);
  if (accepted === false)
    throw new JobbmatchError({
      code: "notAcceptable",
      field: "Accept",
      message: `the answer comes as ${mediaTypes.join(" or ")}`,
    });
  return accepted;
}

/**
 * The time that a request has. Its signal is aborted when the time is up or the asker has gone; most requests never look at
 * it, so it is made when it is read.
 */
class Deadline {
  readonly #timer: NodeJS.Timeout | undefined;
  #controller: AbortController | undefined;
  #ended: JobbmatchError | undefined;
  #giveUp: ((reason: JobbmatchError) => void) | undefined;

  constructor(response: Response, { unlimited }: Route, milliseconds: number) {
    if (unlimited !== true) this.#timer = setTimeout(() => this.#end(timeIsUp()), milliseconds);
    response.once("close", () => {
      if (!response.writableFinished) this.#end(askerHasGone());
    });
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#ended !== undefined) this.#controller.abort(this.#ended);
    }
    return this.#controller.signal;
  }

  /** The result of the work, or the reason why nobody waits for it any longer. */
  race<Result>(work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#giveUp = reject;
      work().then(resolve, reject);
    });
  }

  #end(reason: JobbmatchError): void {
    this.#ended ??= reason;
    this.#giveUp?.(this.#ended);
    this.#controller?.abort(this.#ended);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

function timeIsUp(): JobbmatchError {
  return new JobbmatchError({ code: "timeLimitExceeded", message: "the request took too long to answer" });
}

function askerHasGone(): JobbmatchError {
  return new JobbmatchError({ code: "invalidRequest", message: "the connection was closed" });
}
