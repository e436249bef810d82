import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepareServers } from "../servers/describe-in-every-mode.ts";
import { registerProcess, unregisterProcess } from "../servers/run-folder.ts";

/** Each step starts the program anew, which takes its time on a busy machine. */
const patience = 240_000;
const program = fileURLToPath(new URL("../../dist/command-line/jobbmatch.js", import.meta.url));
type Servers = Awaited<ReturnType<typeof prepareServers>>;

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as an operator would, on its compiled form. */
function run(environment: Readonly<Record<string, string>>, ...args: string[]): Promise<Run> {
  const options = { env: { PATH: process.env.PATH, ...environment }, maxBuffer: 1 << 28 };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, "--language", "en", ...args], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

describe("jobbmatch, with servers", () => {
  let servers: Servers;
  let folder: string;
  beforeAll(async () => {
    servers = await prepareServers("redis");
    folder = await mkdtemp(join(tmpdir(), "jobbmatch-command-"));
  });
  afterAll(async () => {
    await servers.close();
    await rm(folder, { recursive: true });
  });
  const jobbmatch = (...args: string[]) => run(servers.environment, ...args);

  it(
    "imports participants and ads, tells what is wrong by line, and exports what it stored",
    async () => {
      const people = join(folder, "people.jsonl");
      const person = { id: "p1", unit: "north", version: 1, about: "Ring 070-174 06 05, åäö" };
      await writeFile(
        people,
        `${JSON.stringify(person)}\n{ broken\n${JSON.stringify({ ...person, id: "p2", age: 4 })}\n`,
      );
      const first = await jobbmatch("import", people);
      expect(first).toMatchObject({
        code: 1,
        stdout: expect.stringContaining("stored 1, unchanged 0, removed 0"),
      });
      expect(first.stdout).toContain("masked: 1");
      expect(first.stderr).toContain("line 2: ");
      expect(first.stderr).toContain("line 3, id p2, field age: ");
      const ads = join(folder, "ads.json");
      await writeFile(ads, JSON.stringify([{ id: "v1", version: 1, employer: "Employer 1", title: "Kock" }]));
      expect(await jobbmatch("import", ads)).toMatchObject({ code: 0, stderr: "" });
      expect((await jobbmatch("import", ads)).stdout).toContain("stored 0, unchanged 1, removed 0");
      await writeFile(ads, JSON.stringify([{ id: "v1", removed: true }]));
      expect((await jobbmatch("import", ads, "--kind", "vacancies")).stdout).toContain("removed 1");
      const exported = JSON.parse((await jobbmatch("export", "participants")).stdout);
      expect(exported).toMatchObject({ id: "p1", unit: "north" });
      expect(exported.about).toContain("åäö");
      expect(exported.about).not.toContain("174");
      const extract = JSON.parse((await jobbmatch("export", "person", "p1")).stdout);
      expect(extract).toMatchObject({ participant: { id: "p1" }, shortlists: [], decisions: [] });
      expect(await jobbmatch("export", "person", "nobody")).toMatchObject({ code: 2, stdout: "" });
    },
    patience,
  );

  it(
    "makes, lists, rotates and revokes keys; only the new key goes to standard output",
    async () => {
      const created = await jobbmatch(
        "key",
        "create",
        "--name",
        "Desk",
        "--role",
        "matcher",
        "--units",
        "north, south",
      );
      const token = created.stdout.trim();
      expect(token).toMatch(/^jm_[a-z0-5]{12}_[\w-]{43}$/);
      const id = token.slice(3, 15);
      const rotated = await jobbmatch("key", "rotate", id, "--hours", "1");
      expect(rotated.stdout.trim()).toMatch(/^jm_/);
      expect(await jobbmatch("key", "revoke", id)).toMatchObject({ code: 0, stdout: "" });
      expect(await jobbmatch("key", "revoke", id)).toMatchObject({ code: 2 });
      const { stdout } = await jobbmatch("key", "list");
      expect(stdout).toMatch(new RegExp(`${id}.*Desk.*matcher.*north, south.*revoked`));
      expect(stdout).not.toContain(token.slice(16));
    },
    patience,
  );

  it("finds servers, model and disk in order", async () => {
    const { code, stdout } = await jobbmatch("doctor");
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining("Mode: redis") });
    for (const found of ["✓ Database: PostgreSQL", "✓ Queue: Redis", "✓ Language model", "✓ Versions"])
      expect(stdout).toContain(found);
  });

  it("says what to do when database and Redis are away, and repeats no password", async () => {
    const away = {
      DATABASE_URL: "postgresql://user:pass-word@127.0.0.1:9/none",
      REDIS_URL: "redis://:pass-word@127.0.0.1:9",
      JOBBMATCH_DATA: folder,
    };
    const { code, stdout } = await run(away, "doctor");
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ Database: does not answer\n {4}\S/);
    expect(stdout).toMatch(/✗ Queue: Redis does not answer\n {4}\S/);
    const imported = await run(away, "key", "list");
    expect(imported).toMatchObject({ code: 2, stdout: "" });
    expect(imported.stderr).toContain("jobbmatch doctor");
    expect(`${stdout}${imported.stderr}`).not.toContain("pass-word");
    expect(imported.stderr).not.toContain("    at ");
  });

  it.each([
    [["key", "create", "--name", "x", "--role", "king"], "king"],
    [["import", "no-such-file.json"], "no-such-file.json"],
    [["worker"], "DATABASE_URL"],
    [["rematch"], "start"],
    [["dance"], "dance"],
  ])("refuses %j, naming %s", async (args, named) => {
    const { code, stdout, stderr } = await run({ JOBBMATCH_DATA: join(folder, "none") }, ...args);
    expect(code).toBeGreaterThan(0);
    expect(stdout).toBe("");
    expect(stderr).toContain(named);
    expect(stderr).not.toContain("    at ");
  });
});

describe("jobbmatch start --demo", () => {
  it(
    "prints three requests that work when pasted: the second changes what the third shows",
    async () => {
      const servers = await prepareServers("embedded");
      const env = { PATH: process.env.PATH, ...servers.environment };
      const child = spawn(process.execPath, [program, "start", "--demo"], {
        env,
        stdio: ["ignore", "pipe", "ignore"],
      });
      if (child.pid !== undefined) registerProcess(child.pid);
      const exited = once(child, "exit");
      const requests = await printedRequests(child.stdout);
      expect(requests).toHaveLength(3);
      const [candidates = "", change = "", history = ""] = requests;
      const list = JSON.parse(await paste(candidates));
      expect(list.candidates).toHaveLength(3);
      const participant = /participants\/([\w-]+)/.exec(change)?.[1];
      expect(JSON.stringify(list.candidates)).not.toContain(`"${participant}"`);
      await paste(change);
      for (;;) {
        const { items } = JSON.parse(await paste(history));
        if (items[0]?.diff.entered.includes(participant)) break;
        await sleep(50);
      }
      const created = await run(servers.environment, "key", "create", "--name", "x", "--role", "app");
      expect(created).toMatchObject({ code: 0 });
      const rematched = await run(servers.environment, "rematch", "--watch");
      expect(rematched).toMatchObject({ code: 0, stdout: expect.stringContaining("Started run") });
      child.kill("SIGINT");
      expect(await exited).toEqual([0, null]);
      if (child.pid !== undefined) unregisterProcess(child.pid);
      await servers.close();
    },
    patience,
  );
});

/** The requests among the printed lines, up to the last line. */
async function printedRequests(output: NodeJS.ReadableStream): Promise<string[]> {
  let text = "";
  for await (const line of createInterface({ input: output })) {
    text += `${line}\n`;
    if (line.includes("Ctrl-C")) break;
  }
  return text.split("\n\n").flatMap((part) => /^curl [\s\S]+/m.exec(part)?.[0].trim() ?? []);
}

function paste(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile("sh", ["-c", command], (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });
}
