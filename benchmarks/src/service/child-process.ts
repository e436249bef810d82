import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cleanup } from "./cleanup.ts";

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** File for what it writes. */
  readonly logFile: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Whom it runs as; by default whoever runs the benchmark. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** Tells it to end. @default SIGTERM */
  readonly endSignal?: NodeJS.Signals;
}

export interface RunningProcess {
  /** @throws Error with the end of its log when the process has ended. */
  check(): void;
  /** Tells it to end and waits until it has. */
  stop(): Promise<void>;
}

/** Milliseconds after which a process that was told to end is killed: saving an index of 400,000 people takes a while. */
const patience = 60_000;

/** Starts a process that does not outlive the benchmark. */
export function startProcess(command: Command, cleanup: Cleanup): RunningProcess {
  const { program, args, logFile, env = process.env, user, endSignal = "SIGTERM" } = command;
  const log = openSync(logFile, "a");
  // A group of its own: Ctrl-C reaches the benchmark alone, which then stops everything in order.
  const child = spawn(program, args, { stdio: ["ignore", log, log], detached: true, env, ...user });
  closeSync(log);
  const failure = new Promise<void>((resolve) => child.once("error", () => resolve()));
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.removeListener("exit", kill));
  const check = () => {
    if (hasEnded(child) || child.pid === undefined)
      throw new Error(`${program} has ended; it wrote:\n${readFileSync(logFile, "utf8").slice(-2000)}`);
  };
  const stop = cleanup.add(async () => {
    if (hasEnded(child) || child.pid === undefined) return;
    const ended = once(child, "exit");
    child.kill(endSignal);
    const impatience = setTimeout(kill, patience);
    await Promise.race([ended, failure]);
    clearTimeout(impatience);
  });
  return { check, stop };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Waits until a process does what it is there for. @throws Error when it ends before, or takes minutes. */
export async function untilReady(
  started: RunningProcess,
  isReady: () => Promise<boolean>,
  interval = 20,
): Promise<void> {
  const deadline = performance.now() + 600_000;
  while (performance.now() < deadline) {
    started.check();
    if (await isReady()) return;
    await sleep(interval);
  }
  throw new Error("a process of the benchmark did not get ready within ten minutes");
}
