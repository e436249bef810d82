import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const imports = /^(?:import|export)\s+(?!type\b)[^;]*?from "([^"]+)";/gm;

/** The packages that a program loads through all files that it imports. */
function packagesOf(program: URL, seen: Set<string> = new Set()): Set<string> {
  const packages = new Set<string>();
  if (seen.has(program.href)) return packages;
  seen.add(program.href);
  for (const [, name = ""] of readFileSync(program, "utf8").matchAll(imports)) {
    if (name.startsWith("node:")) continue;
    const found = name.startsWith(".") ? packagesOf(new URL(name, program), seen) : [name];
    for (const each of found) packages.add(each);
  }
  return packages;
}

const source = (path: string) => new URL(`../src/${path}`, import.meta.url);

/** A native module that is loaded in a thread can end the process with it: see ADR 20. None of these has one. */
const harmless = ["@jobbmatch/shared", "highs", "lru-cache", "zod"];

describe("the programs of threads", () => {
  it.each(["assignment/assignment-worker.ts", "batch/rematch-worker.ts"])(
    "load no native module: %s",
    (path) => {
      const packages = [...packagesOf(source(path))];
      expect(packages).toContain("@jobbmatch/shared");
      expect(packages.filter((each) => !harmless.includes(each))).toEqual([]);
    },
  );

  it("would be found out", () => {
    expect([...packagesOf(source("index.ts"))]).toContain("@xenova/transformers");
  });
});
