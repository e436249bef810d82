import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { ServiceRole } from "../../src/command-line/run-service.ts";
import { registerProcess } from "../servers/run-folder.ts";

const program = fileURLToPath(new URL("../../dist/command-line/serve.js", import.meta.url));

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
    const child = spawn(process.execPath, [program, role], {
      env: { PATH, HOME, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (child.pid !== undefined) registerProcess(child.pid);
    let errors = "";
    child.stderr.on("data", (text: Buffer) => {
      errors += text.toString();
    });
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === "worker is running") return new ServiceProcess(child, "");
      const url = /^listening on (\S+)$/.exec(line)?.[1];
      if (url !== undefined) return new ServiceProcess(child, url);
    }
    throw new Error(`the service did not start: ${errors}`);
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return this.#child.exitCode;
    const ended = once(this.#child, "exit");
    this.#child.kill(signal);
    await ended;
    return this.#child.exitCode;
  }
}
