import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { PreparedServer } from "@jobbmatch/local-servers";
import { registerProcess, unregisterProcess } from "./run-folder.ts";

/** A server that a test can stop, kill and start again on the same port and files. */
export class ServerProcess {
  readonly #server: PreparedServer;
  #child: ChildProcess | undefined;

  constructor(server: PreparedServer) {
    this.#server = server;
  }

  /** Starts it and waits until it is ready. */
  async start(): Promise<void> {
    const { program, args, logFile, user, isReady } = this.#server;
    const log = openSync(logFile, "a");
    // Its own group: Ctrl-C ends the tests, and they end it.
    const child = spawn(program, args, { stdio: ["ignore", log, log], detached: true, ...user });
    closeSync(log);
    child.unref();
    this.#child = child;
    const { pid } = child;
    if (pid !== undefined) {
      registerProcess(pid);
      child.once("exit", () => unregisterProcess(pid));
    }
    await waitUntil(isReady, child, logFile);
  }

  /** @param signal how it ends: `SIGKILL` at once, others as the server takes them. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
}

async function waitUntil(
  isReady: () => Promise<boolean>,
  child: ChildProcess,
  logFile: string,
): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt++) {
    if (child.exitCode !== null) break;
    if (await isReady()) return;
    await sleep(25);
  }
  throw new Error(`a server of the tests did not start; see ${logFile}`);
}
