import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { addCommands } from "../../src/command-line/operator/add-commands.ts";
import { routeOf } from "../http/documented.ts";

const project = fileURLToPath(new URL("../../../../", import.meta.url));
const guides = [
  "README.md",
  "CONTRIBUTING.md",
  "docs/api.md",
  "docs/operations.md",
  "docs/threat-model.md",
  "benchmarks/README.md",
  "test-data/README.md",
].map((path) => ({ path, text: readFileSync(join(project, path), "utf8") }));

/** What a pattern's first group finds in a guide, each once. */
function found(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))];
}

describe.each(guides)("$path", ({ path, text }) => {
  it("names addresses that the API answers", () => {
    const addresses = found(text, /(\/(?:v1\/|healthz|readyz|metrics)[\w/{}:-]*)/g);
    const methods = ["get", "post", "put", "patch", "delete"];
    const unknown = addresses.filter((address) => !methods.some((method) => routeOf(method, address)));
    expect(unknown).toEqual([]);
  });

  it("names tasks that npm runs", () => {
    const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
    const tasks = found(text, /npm run (?:--silent )?([a-z]+(?::[a-z]+)?)/g);
    expect(tasks.filter((task) => !(task in scripts) && task !== "bench")).toEqual([]);
  });

  it("names commands that jobbmatch has", () => {
    const program = new Command();
    addCommands(program);
    const known = program.commands.map((command) => command.name());
    const named = found(text, /`jobbmatch (?:--language en )?([a-z]+)/g);
    expect(named.filter((command) => !known.includes(command))).toEqual([]);
  });

  it("links to what is there", () => {
    const links = found(text, /\]\((?!https?:)([^)#]+)\)/g);
    expect(links.filter((link) => !existsSync(join(project, dirname(path), link)))).toEqual([]);
  });
});

describe("the tables of folders in CONTRIBUTING.md", () => {
  const text = guides.find(({ path }) => path === "CONTRIBUTING.md")?.text ?? "";
  const sections = text
    .split(/^\*\*`(?=packages\/)/m)
    .slice(1)
    .map((section) => ({
      folder: section.slice(0, section.indexOf("`")),
      rows: found(section.split(/^(?=##|\*\*)/m)[0] ?? "", /^\| (`[^|]+`) \|/gm),
    }));

  it.each(sections)("name what stands in $folder", ({ folder, rows }) => {
    const names = rows.flatMap((row) => found(row, /`([^`]+)`/g));
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !existsSync(join(project, folder, "src", name)))).toEqual([]);
  });

  it("are one for each package", () => {
    expect(sections.map(({ folder }) => folder)).toEqual([
      "packages/shared",
      "packages/matcher",
      "packages/service",
    ]);
  });
});
