import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { registerProcess } from "../servers/run-folder.ts";

const program = fileURLToPath(new URL("../../dist/command-line/jobbmatch.js", import.meta.url));
const startedLine = /^(?:A worker is running|Jobbmatch answers at (\S+))$/;

export type ServiceRole = "start" | "api" | "worker";

/** The compiled service in a process of its own, to be killed. */
export class ServiceProcess {
  readonly #child: ChildProcess;
  /** Of the API; empty for a worker. */
  readonly url: string;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  static async start(
    role: ServiceRole,
    environment: Readonly<Record<string, string>>,
  ): Promise<ServiceProcess> {
    const { PATH = "", HOME = "" } = process.env;
    const child = spawn(process.execPath, [program, "--language", "en", role], {
      env: { PATH, HOME, ...environment },
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (child.pid !== undefined) registerProcess(child.pid);
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stderr })) {
      said.push(line);
      const started = startedLine.exec(line);
      if (started === null) continue;
      // What it says later must not fill the pipe.
      child.stderr.resume();
      return new ServiceProcess(child, started[1] ?? "");
    }
    throw new Error(`the service did not start: ${said.join("\n")}`);
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return this.#child.exitCode;
    const ended = once(this.#child, "exit");
    this.#child.kill(signal);
    await ended;
    return this.#child.exitCode;
  }
}
