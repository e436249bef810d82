import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Folder of this run of the tests: its servers' files, and the ids of their processes. */
    serversFolder: string;
  }
}

const processes = "processes";

/**
 * Runs once before all tests, and costs nothing where no test needs a server. Servers are started by the tests that
 * need them; whatever runs at the end, also after a failure, is stopped here.
 */
export default function setUp(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "jobbmatch-servers-"));
  // A database server that root starts runs as another user, who must get to its files.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, processes));
  project.provide("serversFolder", folder);
  const tearDown = () => {
    if (!existsSync(folder)) return;
    for (const name of readdirSync(join(folder, processes))) kill(Number(name));
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  process.once("exit", tearDown);
  return tearDown;
}

/** Folder of this run of the tests. */
export function runFolder(): string {
  return inject("serversFolder");
}

/** Notes a process that is to be stopped at the end of the run, whoever may have forgotten it. */
export function registerProcess(pid: number): void {
  writeFileSync(join(runFolder(), processes, `${pid}`), "");
}

/** Another process may get the id of one that has ended. */
export function unregisterProcess(pid: number): void {
  rmSync(join(runFolder(), processes, `${pid}`), { force: true });
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGQUIT");
  } catch {
    // It has ended already.
  }
}
