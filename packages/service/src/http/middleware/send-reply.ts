import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import type { Reply, ReplyHeaders } from "../reply.ts";
import { entityTag } from "./version-condition.ts";

/** Writes a reply to the socket. A stream is written no faster than the asker reads it. */
export async function sendReply(request: Request, response: Response, reply: Reply): Promise<void> {
  switch (reply.kind) {
    case "json":
      setHeaders(response, reply);
      response.status(reply.status ?? 200).type("application/json");
      // The body of a version that the asker has already is not sent again.
      if (request.fresh) response.status(304).end();
      else response.send(JSON.stringify(reply.body));
      return;
    case "empty":
      setHeaders(response, reply);
      response.status(204).end();
      return;
    case "text":
      if (reply.policy !== undefined) response.setHeader("Content-Security-Policy", reply.policy);
      response.type(reply.mediaType).send(reply.text);
      return;
    case "bytes":
      response.type(reply.mediaType);
      sendParts(response, reply.parts);
      return;
    case "stream":
      response.type(reply.mediaType);
      // Who asks for the headers only does not begin the stream.
      if (request.method === "HEAD") {
        response.end();
        return;
      }
      response.flushHeaders();
      await sendChunks(response, reply.chunks);
      return;
    default:
      return reply satisfies never;
  }
}

function setHeaders(response: Response, { version, position, location }: ReplyHeaders): void {
  if (version !== undefined) response.setHeader("ETag", entityTag(version));
  if (position !== undefined) response.setHeader("Jobbmatch-Position", String(position));
  if (location !== undefined) response.setHeader("Location", location);
}

/** Parts are held in memory elsewhere, and go out together without being copied into one. */
function sendParts(response: Response, parts: readonly Buffer[]): void {
  response.setHeader("Content-Length", String(parts.reduce((sum, { byteLength }) => sum + byteLength, 0)));
  for (const part of parts) response.write(part);
  response.end();
}

async function sendChunks(response: Response, chunks: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(chunks, { objectMode: true }), response);
  } catch (error) {
    // An asker who leaves in the middle of a stream is no failure.
    if (!(error instanceof Error) || Reflect.get(error, "code") !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}
