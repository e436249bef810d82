import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";

/** A statement that loads a module at once; types alone load nothing. */
const statement = /^(?:import|export) (?!type )(?:[^;"]* from )?"(?<name>[^"]+)";$/gm;

function addSourcesLoadedBy(file: URL, found: Map<string, string[]>): void {
  if (found.has(file.href)) return;
  const names = [...readFileSync(file, "utf8").matchAll(statement)].map(({ groups }) => groups?.name ?? "");
  found.set(file.href, names);
  for (const name of names) if (name.startsWith(".")) addSourcesLoadedBy(new URL(name, file), found);
}

/** The packages that a module of the service loads before it does anything. */
function packagesLoadedBy(module: string): string[] {
  const found = new Map<string, string[]>();
  addSourcesLoadedBy(new URL(`../src/${module}`, import.meta.url), found);
  return [...found.values()].flat().filter((name) => !name.startsWith("."));
}

test("a role loads nothing that only another one needs", () => {
  const ofServer = ["express", "helmet", "express-rate-limit"];
  const ofEmbedded = ["@electric-sql/pglite", "@electric-sql/pglite-socket"];
  expect(packagesLoadedBy("http-server.ts")).toEqual(expect.arrayContaining(ofServer));
  expect(packagesLoadedBy("storage/embedded/embedded-server.ts")).toEqual(expect.arrayContaining(ofEmbedded));

  const ofEveryRole = packagesLoadedBy("runtime.ts");

  expect(ofEveryRole).toContain("@jobbmatch/matcher");
  expect(ofEveryRole).toContain("pg");
  for (const name of [...ofServer, ...ofEmbedded]) expect(ofEveryRole).not.toContain(name);
});

test("the browser's runtime of the language model is not installed", () => {
  const matcher = createRequire(new URL("../../matcher/package.json", import.meta.url));
  const transformers = createRequire(matcher.resolve("@xenova/transformers"));
  expect(transformers.resolve("onnxruntime-web")).toContain("onnxruntime-common");
});
