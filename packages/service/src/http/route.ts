import { type ErrorCode, parseWith, type TextLanguage } from "@jobbmatch/shared";
import * as z from "zod";
import type { Role } from "../access/api-key.ts";
import type { Asker } from "./asker.ts";
import type { VersionCondition } from "./middleware/version-condition.ts";
import { invalidRequest } from "./problems/invalid-request.ts";
import type { Immutable, Reply } from "./reply.ts";
import type { HttpServices } from "./services.ts";

export const tags = {
  participants: "Participants",
  vacancies: "Vacancies",
  matching: "Matching",
  shortlists: "Shortlists",
  decisions: "Decisions",
  planning: "Planning",
  placements: "Placements and results",
  batches: "Batches",
  events: "Events and webhooks",
  operation: "Operation",
} as const;

/** What every route is told of a request, beside its own parameters and body. */
export interface RequestContext {
  readonly asker: Asker;
  readonly requestId: string;
  readonly language: TextLanguage;
  /** Aborted when the asker has gone or the time is up. */
  readonly signal: AbortSignal;
  /** From `Jobbmatch-After`. */
  readonly after: number | undefined;
  /** From `If-Match`. */
  readonly condition: VersionCondition;
  /** From `Jobbmatch-Reason`: why the asker looks at somebody. */
  readonly reason: string | undefined;
  /** The media type that the asker wants, of those that the route offers; the first one if any will do. */
  readonly mediaType: string;
  /** From `Last-Event-ID`. */
  readonly lastEventId: string | undefined;
}

/** A request as it came: nothing in it has been checked against the route's schemas. */
export interface RawRequest {
  readonly path: unknown;
  readonly query: unknown;
  /** Parsed JSON, or `undefined`. */
  readonly body: unknown;
  /** The body as it arrives, for routes that read records. */
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly context: RequestContext;
  readonly services: HttpServices;
}

/** What a handler gets: the request, checked. */
export interface RouteRequest<Path, Query, Body> {
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly context: RequestContext;
  readonly services: HttpServices;
}

const noFields = z.strictObject({});
type NoFields = typeof noFields;
const anything = z.unknown();

/** How a body comes: one JSON value, or records that are read one by one however many there are. */
export type BodyForm =
  | { readonly kind: "json"; readonly mediaTypes: readonly string[] }
  | { readonly kind: "records"; readonly mediaTypes: readonly string[] };

interface RouteFacts {
  /** Unique name; `operationId` in the OpenAPI document. */
  readonly operation: string;
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** As OpenAPI writes it: `/v1/participants/{id}`. */
  readonly path: string;
  readonly tag: (typeof tags)[keyof typeof tags];
  readonly summary: string;
  readonly description?: string;
  /** Who may call it; `public`: anybody, without a key. */
  readonly access: "public" | readonly Role[];
  /** Statuses of success, the usual one first. @default [200] */
  readonly statuses?: readonly (200 | 201 | 202 | 204)[];
  /** Media types of success, the default one first. @default ["application/json"] */
  readonly mediaTypes?: readonly string[];
  /** Honours `If-Match`. */
  readonly conditional?: boolean;
  /** Honours `Idempotency-Key`. */
  readonly idempotent?: boolean;
  /** Reads the index and honours `Jobbmatch-After`. */
  readonly readsIndex?: boolean;
  /** May go on for as long as it has something to say. */
  readonly unlimited?: boolean;
  /** Codes that only this route gives; the common ones need not be named. */
  readonly problems?: readonly ErrorCode[];
}

export interface RouteDefinition<
  Path extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> extends RouteFacts {
  readonly parameters?: Path;
  readonly query?: Query;
  readonly body?: Body;
  /** @default one JSON value, if there is a body */
  readonly bodyForm?: BodyForm;
  /** The JSON that a success carries. */
  readonly answer?: Answer;
  readonly handle: (
    request: RouteRequest<z.output<Path>, z.output<Query>, z.output<Body>>,
  ) => Promise<Reply<Immutable<z.output<Answer>>>>;
}

/** A route as the app, the OpenAPI document and the tests see it. */
export interface Route extends RouteFacts {
  readonly parameters: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType | undefined;
  readonly bodyForm: BodyForm | undefined;
  readonly answer: z.ZodType | undefined;
  /** Checks the request against the schemas, then answers it. */
  readonly respond: (request: RawRequest) => Promise<Reply>;
}

const jsonBody: BodyForm = { kind: "json", mediaTypes: ["application/json"] };

/** Makes a route; its handler is called only with what its schemas accept. */
export function defineRoute<
  Path extends z.ZodObject = NoFields,
  Query extends z.ZodObject = NoFields,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodUnknown,
>(definition: RouteDefinition<Path, Query, Body, Answer>): Route {
  const { parameters, query, body, bodyForm, answer, handle, ...facts } = definition;
  return {
    ...facts,
    parameters: parameters ?? noFields,
    query: query ?? noFields,
    body,
    bodyForm: bodyForm ?? (body === undefined ? undefined : jsonBody),
    answer,
    respond: async (raw) =>
      handle({
        path: checked(parameters, raw.path),
        query: checked(query, raw.query, noFields),
        body: checked(body, raw.body),
        bytes: raw.bytes,
        context: raw.context,
        services: raw.services,
      }),
  };
}

/** @param otherwise what is demanded where the route has no schema. */
function checked<Schema extends z.ZodType>(
  schema: Schema | undefined,
  input: unknown,
  otherwise: z.ZodType = anything,
): z.output<Schema> {
  const parsed = parseWith(schema ?? otherwise, input);
  if (!parsed.ok) throw invalidRequest(parsed.problems);
  return parsed.value as z.output<Schema>;
}
