import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * Headers against framing, sniffing and foreign content. Nothing that the service answers with needs a script from
 * elsewhere or inside the page, so the policy allows none; the readable page of the API loads its own files only.
 */
export function securityHeaders(): RequestHandler[] {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: "same-origin" },
    referrerPolicy: { policy: "no-referrer" },
  });
  return [headers, neverStored];
}

/** Answers hold personal data, so no browser or proxy keeps a copy; a route may say otherwise. */
const neverStored: RequestHandler = (_request, response, next) => {
  response.setHeader("Cache-Control", "no-store");
  next();
};
