import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "@jobbmatch/local-servers";
import { ApiClient } from "./api-client.ts";
import { type RunningProcess, startProcess, untilReady } from "./child-process.ts";
import type { Cleanup } from "./cleanup.ts";
import type { Mode } from "./mode.ts";

export interface ServiceOptions {
  readonly mode: Mode;
  /** For the data, the logs and nothing else. */
  readonly folder: string;
  /** An empty one; absent in the embedded mode. */
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** Folder for profiles of the processor, if they are wanted. */
  readonly profiles: string | undefined;
  readonly cleanup: Cleanup;
}

const program = "packages/service/dist/command-line/jobbmatch.js";

/** The built service as an operator runs it: one process, or API and worker each in its own with Redis. */
export class ServiceUnderTest {
  readonly #options: ServiceOptions;
  readonly #port: number;
  #running: RunningProcess[] = [];

  private constructor(options: ServiceOptions, port: number) {
    this.#options = options;
    this.#port = port;
  }

  static async start(options: ServiceOptions): Promise<ServiceUnderTest> {
    const service = new ServiceUnderTest(options, await freePort());
    await service.start();
    return service;
  }

  /** @returns milliseconds from the start of the processes until the API is ready. */
  async start(): Promise<number> {
    const begun = performance.now();
    const roles = this.#options.mode === "redis" ? ["api", "worker"] : ["start"];
    this.#running = roles.map((role) => this.#startRole(role));
    const [api] = this.#running;
    if (api !== undefined) await untilReady(api, () => this.#isReady());
    return performance.now() - begun;
  }

  /** Tells the processes to end and waits until they have. @returns milliseconds. */
  async stop(): Promise<number> {
    const begun = performance.now();
    await Promise.all(this.#running.splice(0).map((each) => each.stop()));
    return performance.now() - begun;
  }

  /** @throws Error with the end of its log when one of its processes has ended. */
  check(): void {
    for (const each of this.#running) each.check();
  }

  /** A client with a key that may do and see everything. */
  async createClient(): Promise<ApiClient> {
    const args = [program, "key", "create", "--name", "benchmark", "--role", "admin"];
    const env = this.#environment("start");
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    return new ApiClient(this.#url, stdout.trim());
  }

  get #url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  #startRole(role: string): RunningProcess {
    const { folder, profiles, cleanup } = this.#options;
    const profiling = profiles === undefined ? [] : ["--cpu-prof", "--cpu-prof-dir", profiles];
    return startProcess(
      {
        program: process.execPath,
        args: [...profiling, program, role],
        logFile: join(folder, `${role}.log`),
        env: this.#environment(role),
      },
      cleanup,
    );
  }

  /** Each role has a data folder of its own, as on machines of their own. */
  #environment(role: string): NodeJS.ProcessEnv {
    const { mode, folder, databaseUrl = "", redisUrl = "" } = this.#options;
    const data = join(folder, `data-${role}`);
    mkdirSync(data, { recursive: true });
    const { PATH = "", HOME = "" } = process.env;
    return {
      PATH,
      HOME,
      DATABASE_URL: databaseUrl,
      REDIS_URL: mode === "redis" ? redisUrl : "",
      JOBBMATCH_DATA: data,
      PORT: `${this.#port}`,
      LOG_LEVEL: "warn",
      // One key asks for everything here.
      JOBBMATCH_REQUESTS_PER_TEN_SECONDS: "1000000",
    };
  }

  async #isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.#url}/readyz`)).ok;
    } catch {
      return false;
    }
  }
}
