import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Response } from "supertest";
import { openApiDocument } from "../../src/http/openapi/document.ts";
import type { Route } from "../../src/http/route.ts";
import { routes } from "../../src/http/routes/index.ts";

export const document = openApiDocument(routes);

const ajv = new Ajv2020({ strict: false, allErrors: false });
addFormats.default(ajv);
ajv.addSchema(document, "document");
const validators = new Map<string, ValidateFunction>();

/** The route that answers an address. */
export function routeOf(method: string, address: string): Route | undefined {
  const path = address.split("?")[0] ?? "";
  return routes.find((route) => route.method === method.toLowerCase() && patternOf(route).test(path));
}

function patternOf({ path }: Route): RegExp {
  const escaped = path.replaceAll(/[.:]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
}

/** An answer, whatever client it came by. */
export interface Answer {
  readonly status: number;
  /** `Content-Type`, or empty. */
  readonly contentType: string;
  readonly text: string;
}

export function answerOf({ status, headers, text }: Response): Answer {
  return { status, contentType: String(headers["content-type"] ?? ""), text };
}

/**
 * What an answer does that the OpenAPI document does not say: another status, another media type, or a body that its
 * schema does not accept. Empty when all is as documented.
 */
export function undocumented(route: Route, { status, contentType, text }: Answer): readonly string[] {
  const operation = document.paths?.[route.path]?.[route.method];
  const documented: unknown = operation?.responses?.[String(status)];
  if (typeof documented !== "object" || documented === null)
    return [`${route.operation} answers ${status}, which is not documented`];
  const content: unknown = Reflect.get(documented, "content");
  const mediaType = contentType.split(";")[0] ?? "";
  if (content === undefined) return text ? [`${route.operation} ${status} has a body`] : [];
  if (typeof content !== "object" || content === null || !(mediaType in content))
    return [`${route.operation} ${status} answers with ${mediaType}`];
  if (!mediaType.endsWith("json") || mediaType.endsWith("ndjson")) return [];
  const validate = validatorOf(route, status, mediaType);
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${route.operation} ${status}${instancePath}: ${message}`,
  );
}

function validatorOf(route: Route, status: number, mediaType: string): ValidateFunction {
  const steps = [
    "paths",
    route.path,
    route.method,
    "responses",
    String(status),
    "content",
    mediaType,
    "schema",
  ];
  const pointer = steps
    .map((step) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/");
  const known = validators.get(pointer);
  if (known !== undefined) return known;
  const validate = ajv.compile({ $ref: `document#/${pointer}` });
  validators.set(pointer, validate);
  return validate;
}
