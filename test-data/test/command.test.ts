import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Command, commandOf, describeError, generate } from "../src/command.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jobbmatch-test-data-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function parsed(...args: string[]): Command {
  const command = commandOf(args);
  if (command === undefined) throw new TypeError("the arguments ask for help");
  return command;
}

function problemOf(...args: string[]): string {
  try {
    commandOf(args);
    return "";
  } catch (error) {
    return describeError(error);
  }
}

describe("the command line", () => {
  it("writes two files in a folder that it makes, with as many lines as asked for", async () => {
    const out = join(folder, "deep", "down");
    const files = await generate(
      parsed("--participants", "700", "--vacancies", "20", "--seed", "4", "--out", out),
    );
    const lengths = files.map((file) => readFileSync(file, "utf8").trimEnd().split("\n").length);
    expect(files).toEqual([join(out, "participants.jsonl"), join(out, "vacancies.jsonl")]);
    expect(lengths).toEqual([700, 20]);
  });

  it("writes whole records even when the text is cut into several chunks", async () => {
    const [file = ""] = await generate(parsed("--participants", "300", "--vacancies", "0", "--out", folder));
    const records = readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.at(-1)).toMatchObject({ id: "p-000300" });
  });

  it("gives the sample when nothing but the folder is said", () => {
    expect(parsed("--out", "x")).toEqual({
      folder: "x",
      participants: 500,
      vacancies: 60,
      shared: { seed: 1 },
    });
  });

  it("knows when help is asked for", () => {
    expect(commandOf(["--help"])).toBeUndefined();
  });

  it.each([
    [[], "--out"],
    [["--out", "x", "--participants", "many"], "--participants"],
    [["--out", "x", "--vacancies", "-3"], "--vacancies"],
    [["--out", "x", "--seed", "1.5"], "--seed"],
    [["--out", "x", "--colour", "red"], "--colour"],
    [["--out"], "--out"],
  ])("tells what is wrong with %j", (args, named) => {
    expect(problemOf(...args)).toContain(named);
  });

  it("writes nothing when an option is wrong", async () => {
    const out = join(folder, "new");
    await expect(generate(parsed("--out", out, "--municipality", "0000"))).rejects.toMatchObject({
      code: "invalidRequest",
    });
    expect(() => readFileSync(join(out, "participants.jsonl"))).toThrow("ENOENT");
  });

  it("tells when the folder cannot be made", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    await expect(generate(parsed("--out", join(file, "inside")))).rejects.toThrow("ENOTDIR");
  });
});
