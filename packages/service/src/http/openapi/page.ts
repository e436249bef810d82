import { createRequire } from "node:module";
import { dirname } from "node:path";
import express, { type Router } from "express";
import type { OpenApiDocument } from "./document.ts";

/** The page loads its own scripts and styles, and asks this service only. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Jobbmatch API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="page"></div>
<noscript>This page needs JavaScript; <a href="/openapi.json">the document itself</a> does not.</noscript>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#page", deepLinking: true, validatorUrl: null });
`;

const files = ["swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"];

/** `/openapi.json`, and `/docs`, which shows it to people. Everything is served from this machine. */
export function documentationPages(document: () => OpenApiDocument): Router {
  const router = express.Router();
  const folder = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  let text: string | undefined;
  router.get("/openapi.json", (_request, response) => {
    text ??= JSON.stringify(document());
    response.type("application/json").send(text);
  });
  router.get("/docs", (_request, response) => {
    response.setHeader("Content-Security-Policy", policy);
    response.type("text/html").send(page);
  });
  router.get("/docs/start.js", (_request, response) => {
    response.type("text/javascript").send(start);
  });
  for (const file of files) {
    router.get(`/docs/${file}`, (_request, response) => response.sendFile(file, { root: folder }));
  }
  return router;
}
