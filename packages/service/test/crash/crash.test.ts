import { setTimeout as sleep } from "node:timers/promises";
import { type Embedder, TransformersEmbedder } from "@jobbmatch/matcher";
import { beforeAll, expect, it } from "vitest";
import { createKey } from "../../src/access/keys.ts";
import { startEmbedded } from "../../src/runtime.ts";
import type { Queryable } from "../../src/storage/database.ts";
import { openStorage } from "../../src/storage/open-storage.ts";
import { freshShortlists, storedShortlists } from "../rematching/fresh-shortlists.ts";
import { untilFollowed } from "../rematching/until-followed.ts";
import { describeInEveryMode, type TestServers } from "../servers/describe-in-every-mode.ts";
import { AcknowledgedWrites, type Expected } from "./acknowledged-writes.ts";
import { ServiceProcess, type ServiceRole } from "./service-process.ts";

/** How often each mode's service is killed; `npm run crash` sets more. */
const rounds = Number(process.env.JOBBMATCH_CRASH_ROUNDS ?? 2);
const seed = Number(process.env.JOBBMATCH_CRASH_SEED ?? 1);
/** A process is killed after at most so many writes and milliseconds more. */
const mostWrites = 30;
const longestDelay = 150;

let embedder: Embedder;
beforeAll(async () => {
  embedder = await TransformersEmbedder.create();
});

describeInEveryMode("the service, killed at random moments under a stream of writes", (servers) => {
  it(
    "has every acknowledged write, and its shortlists equal a fresh computation",
    async () => {
      const random = randomNumbers(seed);
      const writes = new AcknowledgedWrites(await adminToken(servers()), seed, random);
      let expected: readonly Expected[] = [];
      for (let round = 0; round < rounds; round++) {
        const processes = await startProcesses(servers());
        writes.start(processes[0]?.url ?? "");
        if (round % 3 === 1) await startBatch(processes[0]?.url ?? "", writes.token);
        await writes.untilAcknowledged(Math.floor(random() * mostWrites));
        await sleep(random() * longestDelay);
        await Promise.all(processes.map((process) => process.end("SIGKILL")));
        expected = await writes.stop();
      }
      const recovery = await expectRecovered(servers(), expected);
      report(servers(), writes, recovery);
    },
    60_000 + rounds * 60_000,
  );

  it("ends in good order when it is told to", async () => {
    for (const process of await startProcesses(servers())) expect(await process.end("SIGTERM")).toBe(0);
  });
});

/** In one process, or API and worker in two where they can be. */
async function startProcesses({ mode, environment }: TestServers): Promise<readonly ServiceProcess[]> {
  const roles: readonly ServiceRole[] = mode === "embedded" ? ["start"] : ["api", "worker"];
  return Promise.all(roles.map((role) => ServiceProcess.start(role, environment)));
}

async function adminToken({ config }: TestServers): Promise<string> {
  const storage = await openStorage({ config });
  const { token } = await createKey(storage.database, {
    name: "crash test",
    role: "admin",
    units: null,
    expiresAt: null,
  });
  await storage.close();
  return token;
}

/** A run of everything that the next kill interrupts. */
async function startBatch(url: string, token: string): Promise<void> {
  const response = await fetch(`${url}/v1/batches`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}` },
  });
  expect([202, 409]).toContain(response.status);
}

/** @returns milliseconds from the start of the service until its shortlists followed every change. */
async function expectRecovered({ config }: TestServers, expected: readonly Expected[]): Promise<number> {
  const begun = performance.now();
  const service = await startEmbedded(config, { embedder });
  try {
    await untilFollowed(service.database);
    const recovery = performance.now() - begun;
    await expectWritten(service.database, expected);
    const stored = await storedShortlists(service.database);
    expect(stored).toEqual(await freshShortlists(service.database, embedder));
    return recovery;
  } finally {
    await service.close();
  }
}

async function expectWritten(database: Queryable, expected: readonly Expected[]): Promise<void> {
  expect(expected.length).toBeGreaterThan(0);
  for (const { kind, id, acknowledged, sent } of expected) {
    const { rows } = await database.query<{ version: number }>(`SELECT version FROM ${kind} WHERE id = $1`, [
      id,
    ]);
    const version = rows[0]?.version ?? 0;
    expect(version, `${kind} ${id}`).toBeGreaterThanOrEqual(acknowledged);
    expect(version, `${kind} ${id}`).toBeLessThanOrEqual(sent);
  }
}

function report({ mode }: TestServers, writes: AcknowledgedWrites, recovery: number): void {
  if (process.env.JOBBMATCH_CRASH_ROUNDS === undefined) return;
  const { acknowledged, unanswered } = writes;
  process.stdout.write(
    `| ${mode} | ${rounds} | ${acknowledged} | ${unanswered} | 0 | ${(recovery / 1000).toFixed(1)} s |\n`,
  );
}

/** Mulberry32: 0 to 1. */
function randomNumbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
