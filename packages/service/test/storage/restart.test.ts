import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { lockFolder } from "../../src/storage/embedded/folder-lock.ts";
import { openStorage } from "../../src/storage/open-storage.ts";
import { readHead } from "../../src/storage/queries/read-head.ts";
import { putParticipants } from "../../src/storage/records/put-records.ts";
import { prepareServers } from "../servers/describe-in-every-mode.ts";
import { startPostgres } from "../servers/postgres-server.ts";

const compiled = new URL("../../dist/storage/", import.meta.url);

/** Writes participants one after the other for as long as it lives, and says which were acknowledged. */
const writer = `
import { openStorage } from "${new URL("open-storage.js", compiled)}";
import { putParticipants } from "${new URL("records/put-records.js", compiled)}";
const config = { databaseUrl: undefined, dataFolder: process.env.JOBBMATCH_DATA, databaseConnections: 2 };
const { database } = await openStorage({ config });
for (let index = 0; ; index++) {
  const records = [{ id: process.pid + "-" + index, unit: "north", version: 1 }];
  await database.transaction((transaction) => putParticipants(transaction, { records, units: null }));
  process.stdout.write(records[0].id + "\\n");
}`;

/** Lets the writer acknowledge some writes, and kills it in the middle of the next one. */
async function writeUntilKilled(dataFolder: string, writes: number): Promise<string[]> {
  const env = { ...process.env, JOBBMATCH_DATA: dataFolder };
  const child = spawn(process.execPath, ["--input-type=module", "--eval", writer], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const acknowledged: string[] = [];
  for await (const id of createInterface({ input: child.stdout })) {
    acknowledged.push(id);
    if (acknowledged.length === writes) child.kill("SIGKILL");
  }
  await exited;
  return acknowledged;
}

describe("embedded database", () => {
  it("has every acknowledged write after its process was killed, with the log in order", async () => {
    const servers = await prepareServers("embedded");
    const acknowledged = [
      ...(await writeUntilKilled(servers.config.dataFolder, 20)),
      ...(await writeUntilKilled(servers.config.dataFolder, 7)),
    ];
    expect(acknowledged.length).toBeGreaterThanOrEqual(27);
    const storage = await openStorage({ config: servers.config });
    const { rows } = await storage.database.query<{ id: string }>(
      "SELECT id FROM change_log ORDER BY position",
    );
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
    expect(await readHead(storage.database)).toBe(rows.length);
    await expect(openStorage({ config: servers.config })).rejects.toMatchObject({ code: "conflict" });
    const shared = await openStorage({ config: servers.config, share: true });
    expect(await readHead(shared.database)).toBe(rows.length);
    await shared.close();
    await storage.close();
    await servers.close();
  });

  it("takes a folder over from a process that has ended, and from one whose number another has now", async () => {
    const folder = await mkdtemp(join(tmpdir(), "jobbmatch-lock-"));
    const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
    await once(child, "exit");
    for (const left of [`${child.pid}`, `${process.pid} 1`, "", "nonsense"]) {
      await writeFile(join(folder, "owner.pid"), left);
      // What a number's process began at is known on Linux only.
      if (left.endsWith(" 1") && process.platform !== "linux") continue;
      const lock = await lockFolder(folder);
      await expect(lockFolder(folder)).rejects.toMatchObject({ code: "conflict" });
      await lock.release();
    }
    await rm(folder, { recursive: true });
  });
});

describe("PostgreSQL", () => {
  it("is reached again after it crashed under load, with every acknowledged write", async () => {
    const server = await startPostgres();
    const config = { databaseUrl: server.url("postgres"), dataFolder: "", databaseConnections: 4 };
    const { database, close } = await openStorage({ config });
    const acknowledged: string[] = [];
    let isWriting = true;
    const write = async (writer: number) => {
      for (let index = 0; isWriting; index++) {
        const id = `${writer}-${index}`;
        const records = [{ id, unit: "north", version: 1 }];
        await database
          .transaction((transaction) => putParticipants(transaction, { records, units: null }))
          .then(
            () => acknowledged.push(id),
            () => sleep(20),
          );
      }
    };
    const writers = [1, 2, 3].map(write);
    await until(() => acknowledged.length > 20);
    await server.process.stop("SIGQUIT");
    const before = acknowledged.length;
    await server.process.start();
    await until(() => acknowledged.length > before + 20);
    isWriting = false;
    await Promise.all(writers);
    const { rows } = await database.query<{ id: string; position: number }>(
      "SELECT id, position FROM change_log ORDER BY position",
    );
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
    await close();
    await server.process.stop();
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(10);
}
