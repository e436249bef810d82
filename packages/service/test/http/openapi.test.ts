import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { problemKinds } from "../../src/http/problems/problem-kinds.ts";
import { routes } from "../../src/http/routes/index.ts";
import { document } from "./documented.ts";

describe("the OpenAPI document", () => {
  it("names every route once", () => {
    const names = routes.map(({ operation }) => operation);
    expect(new Set(names).size).toBe(names.length);
    const addresses = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("demands a key everywhere but where the process tells its health", () => {
    const open = routes.filter(({ access }) => access === "public").map(({ path }) => path);
    expect(open).toEqual(["/healthz", "/readyz"]);
  });

  it.each(routes.map((route) => [route.operation, route] as const))(
    "%s is described whole",
    (_operation, route) => {
      const operation = document.paths?.[route.path]?.[route.method];
      expect(operation?.summary).toBeTruthy();
      const placeholders = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(route.parameters.shape)).toEqual(placeholders);
      const statuses = Object.keys(operation?.responses ?? {}).map(Number);
      for (const code of route.problems ?? []) expect(statuses).toContain(problemKinds[code].status);
      if (route.access !== "public") expect(statuses).toEqual(expect.arrayContaining([401, 403, 429]));
    },
  );

  it("holds schemas that a validator understands, with references that lead somewhere", () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema(document, "document");
    for (const name of Object.keys(document.components?.schemas ?? {}))
      expect(() => ajv.compile({ $ref: `document#/components/schemas/${name}` })).not.toThrow();
  });
});
