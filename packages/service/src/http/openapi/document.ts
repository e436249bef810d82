import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import type { Route } from "../route.ts";
import { operationOf } from "./operation.ts";

const description = `Who fits this place, and who would fit if one thing changed? Send participants and vacancies; ask for
candidates, shortlists and explanations. Every error is a problem of RFC 9457 with a stable \`code\`. A participant of a
unit that the key may not see is answered like one that does not exist.`;

/** The OpenAPI 3.1 document of some routes. Derives from the schemas that check the requests. */
export function openApiDocument(routes: readonly Route[]): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes)
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Jobbmatch",
      version: "1",
      description,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    security: [{ apiKey: [] }],
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key: `jm_ID_SECRET`." },
      },
    },
    paths,
  });
}

export type OpenApiDocument = ReturnType<typeof openApiDocument>;
