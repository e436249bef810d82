import { createHash } from "node:crypto";
import { JobbmatchError } from "@jobbmatch/shared";
import * as z from "zod";
import type { Database, Transaction } from "../../storage/database.ts";
import { claimIdempotencyKey, type IdempotencyRequest } from "../../storage/queries/claim-idempotency-key.ts";
import { saveIdempotentAnswer } from "../../storage/queries/save-idempotent-answer.ts";
import { writersWithin } from "../../storage/records/record-writer.ts";
import type { Reply } from "../reply.ts";
import type { RawRequest, Route } from "../route.ts";
import type { HttpServices } from "../services.ts";

/** A key of the caller's choice, such as a UUID. */
export const idempotencyKey = z.string().regex(/^[\w.:-]{1,128}$/);

/** What is remembered of an answer. */
const rememberedReply = z.strictObject({
  status: z.union([z.literal(200), z.literal(201), z.literal(202)]),
  body: z.unknown(),
  version: z.int().optional(),
  position: z.int().optional(),
  location: z.string().optional(),
});

/**
 * Lets a route answer, once for each idempotency key: what the route writes and the answer are stored in the same
 * transaction, so either both are there or the request can be sent again. A request that fails uses no key up.
 *
 * @throws JobbmatchError `idempotencyConflict` when the key came with another request, `conflict` when the same
 * request is being answered.
 */
export async function respondOnce(route: Route, raw: RawRequest, header: string | undefined): Promise<Reply> {
  if (header === undefined) return route.respond(raw);
  if (!idempotencyKey.safeParse(header).success)
    throw new JobbmatchError({
      code: "invalidRequest",
      field: "Idempotency-Key",
      message: "expected at most 128 letters, digits or . _ : -",
    });
  const request = { key: header, keyId: raw.context.asker.keyId, requestHash: hashOf(route, raw) };
  const { services } = raw;
  return services.database.transaction((transaction) =>
    respondWithin(transaction, request, () =>
      route.respond({ ...raw, services: servicesWithin(transaction, services) }),
    ),
  );
}

async function respondWithin(
  transaction: Transaction,
  request: IdempotencyRequest,
  respond: () => Promise<Reply>,
): Promise<Reply> {
  const claim = await claimIdempotencyKey(transaction, request);
  switch (claim.kind) {
    case "new": {
      const reply = await respond();
      if (reply.kind === "json") await remember(transaction, request, reply);
      return reply;
    }
    case "answered":
      return { kind: "json", ...rememberedReply.parse(claim.response) };
    case "running":
      throw new JobbmatchError({
        code: "conflict",
        message: "the same request is being answered; ask again soon",
      });
    case "conflict":
      throw new JobbmatchError({
        code: "idempotencyConflict",
        field: "Idempotency-Key",
        message: "the key was used for another request",
      });
    default:
      return claim satisfies never;
  }
}

async function remember(
  transaction: Transaction,
  { key, keyId }: IdempotencyRequest,
  { kind: _kind, status = 200, ...rest }: Extract<Reply, { kind: "json" }>,
): Promise<void> {
  await saveIdempotentAnswer(transaction, { key, keyId, status, response: { status, ...rest } });
}

function hashOf({ operation }: Route, { path, query, body }: RawRequest): string {
  return createHash("sha256")
    .update(JSON.stringify([operation, path, query, body]))
    .digest("hex");
}

/** What a route works with whose writes are part of a larger transaction. */
function servicesWithin(transaction: Transaction, services: HttpServices): HttpServices {
  return { ...services, database: databaseWithin(transaction), writers: writersWithin(transaction) };
}

function databaseWithin(transaction: Transaction): Database {
  return {
    kind: "database",
    query: (sql, values) => transaction.query(sql, values),
    transaction: (run) => run(transaction),
    close: async () => {},
  };
}
