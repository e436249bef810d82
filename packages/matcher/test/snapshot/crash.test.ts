import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Embedder, Matcher } from "../../src/index.ts";

const program = fileURLToPath(new URL("./save-forever.mjs", import.meta.url));
/** A process is killed in the middle of a save more often than not; so many tries always suffice. */
const mostTries = 15;
const sampled = Array.from({ length: 30 }, (_, index) => `p${10 * index}`);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jobbmatch-crash-"));
});

afterEach(() => rm(folder, { recursive: true }));

/** Starts a process that saves, kills it at some moment, and tells the last state that it saw saved. */
async function saveAndKill(file: string, delay: number): Promise<number> {
  const child = spawn(process.execPath, [program, file], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  let saved = 0;
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    saved = Number(line);
  });
  await once(lines, "line");
  await setTimeout(delay);
  child.kill("SIGKILL");
  await exited;
  return saved;
}

it("a process that is killed while it saves leaves a whole snapshot", async () => {
  const { embedder }: { embedder: Embedder } = await import(
    new URL("./tiny-embedder.mjs", import.meta.url).href
  );
  let killedWhileSaving = false;
  for (let attempt = 0; attempt < mostTries && !killedWhileSaving; attempt++) {
    const file = join(folder, `snapshot-${attempt}`);
    const saved = await saveAndKill(file, 13 * attempt);
    killedWhileSaving = (await readdir(folder)).some((name) => name.endsWith(".tmp"));
    const opened = await Matcher.open(file, { embedder });
    expect(opened.participantCount).toBe(300);
    // All of one state: the last one that was told, or the one after it.
    const totals = [0, 1].map((more) => visibleIn(opened, `unit-${saved + more}`));
    expect(totals.sort((a, b) => a - b)).toEqual([0, sampled.length]);
    opened.close();
  }
  expect(killedWhileSaving).toBe(true);
});

function visibleIn(matcher: Matcher, unit: string): number {
  return sampled.filter((id) => {
    try {
      matcher.topVacancies(id, { units: [unit], date: "2026-11-23" });
      return true;
    } catch {
      return false;
    }
  }).length;
}
