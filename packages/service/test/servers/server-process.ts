import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { registerProcess, unregisterProcess } from "./run-folder.ts";

export interface ServerCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly port: number;
  /** File for what the server writes. */
  readonly logFile: string;
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** Whether it does what it is there for. @default whether it listens */
  readonly isReady?: () => Promise<boolean>;
}

/** A server that a test can stop, kill and start again on the same port and files. */
export class ServerProcess {
  readonly #command: ServerCommand;
  #child: ChildProcess | undefined;

  constructor(command: ServerCommand) {
    this.#command = command;
  }

  get port(): number {
    return this.#command.port;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it and waits until it is ready. */
  async start(): Promise<void> {
    const { program, args, port, logFile, user, isReady = () => isOpen(port) } = this.#command;
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

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const settle = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
  });
}

/** A port of the loopback address that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
