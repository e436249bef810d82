import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Connections that are kept; more requests than these wait, which counts as part of their time. */
const mostConnections = 128;
/** Milliseconds after which an idle connection is let go of: before the service does so, after 5 seconds. */
const idleTime = 3000;

/** Asks the service over HTTP as any client would. */
export class ApiClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: mostConnections, timeout: idleTime });
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** @returns status 0 when the connection broke. */
  async send(method: string, path: string, body?: object): Promise<Answer> {
    const content = body === undefined ? [] : [JSON.stringify(body)];
    try {
      const response = await this.stream(method, path, Readable.from(content), "application/json");
      return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
    } catch {
      return { status: 0, headers: {}, body: "" };
    }
  }

  /** @throws Error unless the answer is a success. */
  async json<Value>(method: string, path: string, body?: object): Promise<Value> {
    const { status, body: answer } = await this.send(method, path, body);
    if (status < 200 || status >= 300) throw new Error(`${method} ${path} was answered with ${status}`);
    const value: Value = JSON.parse(answer);
    return value;
  }

  /** The answer as it begins. */
  stream(method: string, path: string, body: Readable, mediaType: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const headers = {
        Authorization: `Bearer ${this.#token}`,
        ...(method === "GET" ? {} : { "Content-Type": mediaType }),
      };
      const sent = request(`${this.#url}${path}`, { method, agent: this.#agent, headers }, resolve);
      sent.on("error", reject);
      body.on("error", reject);
      body.pipe(sent);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
