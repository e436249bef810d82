import { JobbmatchError } from "@jobbmatch/shared";
import express, { type Request, type RequestHandler } from "express";
import type { HttpLimits } from "../limits.ts";
import type { BodyForm, Route } from "../route.ts";

/** Reads the body of a route that takes JSON, and checks the media type of any body. */
export function readBody({ bodyForm }: Route, { bodyBytes }: HttpLimits): RequestHandler[] {
  if (bodyForm === undefined) return [];
  switch (bodyForm.kind) {
    case "json":
      return [checkMediaType(bodyForm), express.json({ limit: bodyBytes, strict: false, type: () => true })];
    case "records":
      return [checkMediaType(bodyForm), refuseCompressed];
    default:
      return bodyForm satisfies never;
  }
}

function checkMediaType({ mediaTypes }: BodyForm): RequestHandler {
  return (request, _response, next) => {
    if (hasBody(request) && request.is([...mediaTypes]) === false)
      throw new JobbmatchError({
        code: "unsupportedMediaType",
        field: "Content-Type",
        message: `expected ${mediaTypes.join(" or ")}`,
      });
    next();
  };
}

function hasBody(request: Request): boolean {
  return request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"]) > 0;
}

/** A compressed stream could unpack to any size. */
const refuseCompressed: RequestHandler = (request, _response, next) => {
  const encoding = request.headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity")
    throw new JobbmatchError({
      code: "unsupportedMediaType",
      field: "Content-Encoding",
      message: "records are taken uncompressed",
    });
  next();
};
