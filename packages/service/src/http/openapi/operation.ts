import type { ErrorCode } from "@jobbmatch/shared";
import * as z from "zod";
import type {
  ZodOpenApiOperationObject,
  ZodOpenApiRequestBodyObject,
  ZodOpenApiResponseObject,
  ZodOpenApiResponsesObject,
} from "zod-openapi";
import { reasonPattern } from "../middleware/reason.ts";
import { idempotencyKey } from "../middleware/respond-once.ts";
import { positionText } from "../middleware/wait-for-index.ts";
import { problemDetails } from "../problems/problem-details.ts";
import { problemKinds } from "../problems/problem-kinds.ts";
import type { Route } from "../route.ts";

/** One route as an OpenAPI operation. */
export function operationOf(route: Route): ZodOpenApiOperationObject {
  const { operation, tag, summary, description, access, parameters, query } = route;
  const header = headersOf(route);
  const body = requestBodyOf(route);
  return {
    operationId: operation,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(access === "public" ? { security: [] } : { "x-roles": [...access] }),
    requestParams: { path: parameters, query, header },
    ...(body === undefined ? {} : { requestBody: body }),
    responses: { ...successesOf(route), ...failuresOf(route) },
  };
}

function headersOf({ conditional, idempotent, readsIndex, access }: Route) {
  return z.strictObject({
    ...(conditional
      ? {
          "If-Match": z.string().regex(tagList).optional().meta({
            description: 'Entity tags, such as `"5"`: go on only if one of them is the stored version.',
          }),
        }
      : {}),
    ...(readsIndex
      ? {
          "Jobbmatch-After": positionText.optional().meta({
            description: "A `Jobbmatch-Position`: answer only when the index has that change.",
          }),
        }
      : {}),
    ...(idempotent
      ? {
          "Idempotency-Key": idempotencyKey.optional().meta({
            description: "A key of the caller's choice: the same key and body are carried out only once.",
          }),
        }
      : {}),
    ...(access === "public"
      ? {}
      : {
          "Jobbmatch-Reason": z.string().regex(reasonPattern).optional().meta({
            description: "Why the asker does this, as a code; kept in the audit log.",
          }),
        }),
  });
}

function requestBodyOf({ body, bodyForm }: Route): ZodOpenApiRequestBodyObject | undefined {
  if (bodyForm === undefined) return undefined;
  const schema = bodyForm.kind === "json" && body !== undefined ? body : z.string();
  return {
    required: true,
    content: Object.fromEntries(bodyForm.mediaTypes.map((mediaType) => [mediaType, { schema }])),
  };
}

/** Entity tags of RFC 9110, or a star. */
const tagList = /^(?:\*|(?:W\/)?"[^"]*"(?: *, *(?:W\/)?"[^"]*")*)$/;

const successTexts = { 200: "Done", 201: "Made", 202: "Begun", 204: "Done; nothing to tell" } as const;

function successesOf(route: Route): ZodOpenApiResponsesObject {
  const { statuses = [200], method } = route;
  const entries: [string, ZodOpenApiResponseObject][] = statuses.map((status) => [
    String(status),
    {
      description: successTexts[status],
      headers: responseHeaders,
      ...(status === 204 ? {} : contentOf(route)),
    },
  ]);
  if (method === "get" && route.answer !== undefined)
    entries.push(["304", { description: "The asker has this version", headers: responseHeaders }]);
  return Object.fromEntries(entries);
}

function contentOf({ answer, mediaTypes = ["application/json"] }: Route) {
  const schema = (mediaType: string) =>
    mediaType === "application/json" && answer !== undefined ? answer : z.string();
  return {
    content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: schema(mediaType) }])),
  };
}

const responseHeaders = z.strictObject({
  "X-Request-Id": z.string().meta({ description: "Stands in the log too." }),
  ETag: z.string().optional().meta({ description: "The version, in quotes." }),
  "Jobbmatch-Position": positionText
    .optional()
    .meta({ description: "Place of the write in the change log." }),
});

/** Codes that any route may answer with. */
const commonProblems: readonly ErrorCode[] = [
  "invalidRequest",
  "notAcceptable",
  "internalError",
  "unavailable",
  "timeLimitExceeded",
];

function failuresOf(route: Route): ZodOpenApiResponsesObject {
  const codes = new Map<number, Set<ErrorCode>>();
  for (const code of problemsOf(route)) {
    const { status } = problemKinds[code];
    codes.set(status, (codes.get(status) ?? new Set()).add(code));
  }
  return Object.fromEntries(
    [...codes].map(([status, those]) => [
      String(status),
      {
        description: [...those].map((code) => `\`${code}\`: ${problemKinds[code].title.en}.`).join(" "),
        content: { "application/problem+json": { schema: problemDetails } },
      },
    ]),
  );
}

/** Every code that a route may answer with. */
function problemsOf({
  access,
  bodyForm,
  conditional,
  idempotent,
  readsIndex,
  problems = [],
}: Route): readonly ErrorCode[] {
  return [
    ...commonProblems,
    ...problems,
    ...(access === "public" ? [] : (["unauthenticated", "forbidden", "tooManyRequests"] as const)),
    ...(bodyForm === undefined ? [] : (["invalidJson", "recordTooLarge", "unsupportedMediaType"] as const)),
    ...(conditional ? (["preconditionFailed"] as const) : []),
    ...(idempotent ? (["idempotencyConflict"] as const) : []),
    ...(readsIndex ? (["notCaughtUp"] as const) : []),
  ];
}
