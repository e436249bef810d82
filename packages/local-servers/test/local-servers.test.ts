import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findProgram, freePort, isListening } from "../src/index.ts";

describe("a free port", () => {
  it("has nobody listening until somebody does", async () => {
    const port = await freePort();
    expect(await isListening(port)).toBe(false);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    expect(await isListening(port)).toBe(true);
    await new Promise((resolve) => server.close(resolve));
    expect(await isListening(port)).toBe(false);
  });
});

describe("a server's program", () => {
  const path = process.env.PATH;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "jobbmatch-programs-"));
  });
  afterEach(() => {
    process.env.PATH = path ?? "";
    rmSync(folder, { recursive: true });
  });

  it("is the first one on the search path", () => {
    const program = join(folder, "redis-server");
    writeFileSync(program, "");
    chmodSync(program, 0o755);
    process.env.PATH = `${join(folder, "nothing")}:${folder}:${path}`;
    expect(findProgram("redis-server")).toBe(program);
  });
});
