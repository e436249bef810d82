import supertest, { type Response, type Test } from "supertest";
import { expect } from "vitest";
import type { Role } from "../../src/access/api-key.ts";
import { createKey } from "../../src/access/keys.ts";
import type { Config } from "../../src/config/config.ts";
import { createLogger } from "../../src/observability/logger.ts";
import { type RunningService, startEmbedded } from "../../src/runtime.ts";
import { linesOf } from "../observability/log-lines.ts";
import { answerOf, routeOf, undocumented } from "./documented.ts";

export type Method = "get" | "post" | "put" | "patch" | "delete";
export type Body = object | string | Buffer;

/** The service, with everything that it logs. */
export interface ApiUnderTest {
  readonly service: RunningService;
  readonly url: string;
  readonly logLines: () => readonly string[];
  /** A client with a key of its own. */
  clientOf(role: Role, units: readonly string[] | null): Promise<ApiClient>;
  close(): Promise<void>;
}

/** Starts the whole service as production does, on a free port. */
export async function startApiUnderTest(config: Config): Promise<ApiUnderTest> {
  const { stream, lines } = linesOf();
  const service = await startEmbedded(config, { logger: createLogger({ level: "debug", stream }) });
  const url = service.url ?? "";
  const clientOf = async (role: Role, units: readonly string[] | null) => {
    const { token } = await createKey(service.database, { name: role, role, units, expiresAt: null });
    return new ApiClient(url, token);
  };
  await untilReady(url);
  return { service, url, logLines: lines, clientOf, close: () => service.close() };
}

async function untilReady(url: string): Promise<void> {
  while ((await supertest(url).get("/readyz")).status !== 200) await new Promise(setImmediate);
}

/** Asks with one key. Every answer is compared with the OpenAPI document. */
export class ApiClient {
  readonly #url: string;
  readonly token: string | undefined;

  constructor(url: string, token: string | undefined) {
    this.#url = url;
    this.token = token;
  }

  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response> {
    return this.send("get", path, undefined, headers);
  }

  put(path: string, body: Body, headers?: Readonly<Record<string, string>>): Promise<Response> {
    return this.send("put", path, body, headers);
  }

  patch(path: string, body: Body, headers?: Readonly<Record<string, string>>): Promise<Response> {
    return this.send("patch", path, body, headers);
  }

  post(path: string, body?: Body, headers?: Readonly<Record<string, string>>): Promise<Response> {
    return this.send("post", path, body, headers);
  }

  delete(path: string, headers?: Readonly<Record<string, string>>): Promise<Response> {
    return this.send("delete", path, undefined, headers);
  }

  /** Sends records as JSON Lines; gives the results line by line. */
  async bulk(path: string, records: readonly (object | string)[]): Promise<readonly BulkLine[]> {
    const body = records
      .map((record) => (typeof record === "string" ? record : JSON.stringify(record)))
      .join("\n");
    const response = await this.post(path, body, { "Content-Type": "application/x-ndjson" });
    expect(response.status).toBe(200);
    return linesIn(response);
  }

  async send(
    method: Method,
    path: string,
    body?: Body,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    let request: Test = supertest(this.#url)[method](path).set(headers).buffer(true);
    if (this.token !== undefined) request = request.set("Authorization", `Bearer ${this.token}`);
    const response = await (body === undefined ? request : request.send(body));
    const route = routeOf(method, path);
    if (route !== undefined) expect(undocumented(route, answerOf(response))).toEqual([]);
    return response;
  }
}

/** One line of a bulk answer. */
export interface BulkLine {
  readonly line: number;
  readonly outcome: string;
  readonly id?: string;
  readonly problems?: readonly { readonly code: string; readonly field?: string }[];
}

export function linesIn({ text, body }: Response): readonly BulkLine[] {
  const content = text ?? (Buffer.isBuffer(body) ? body.toString() : "");
  return content
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** Asks again and again until the answer is as wanted; a test's own time limit ends it. */
export async function until<Value>(
  ask: () => Promise<Value>,
  isWanted: (value: Value) => boolean,
): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (isWanted(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
