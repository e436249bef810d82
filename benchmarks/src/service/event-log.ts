import { Readable } from "node:stream";
import type { ApiClient } from "./api-client.ts";

/** That a shortlist changed, and when the listener learnt of it. */
interface Heard {
  /** The list has seen every change up to this one. */
  readonly position: number;
  /** As `performance.now()`. */
  readonly at: number;
}

interface ListKey {
  readonly vacancy: string;
  readonly unit: string;
}

/** Listens to the server-sent events of changed shortlists. */
export class EventLog {
  readonly #heard = new Map<string, Heard[]>();
  #close = () => {};

  static async open(client: ApiClient): Promise<EventLog> {
    const log = new EventLog();
    const path = "/v1/events?kinds=shortlist.changed";
    const response = await client.stream("GET", path, Readable.from([]), "application/json");
    if (response.statusCode !== 200) throw new Error(`GET ${path} was answered with ${response.statusCode}`);
    let text = "";
    response.setEncoding("utf8").on("data", (chunk: string) => {
      const blocks = (text + chunk).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) log.#hear(block, performance.now());
    });
    response.on("error", () => {});
    log.#close = () => response.destroy();
    return log;
  }

  /** When it became known that the list follows the change at that position; `undefined` if it did not. */
  heardOf(key: ListKey, position: number): number | undefined {
    return this.#heard.get(nameOf(key))?.find((each) => each.position >= position)?.at;
  }

  get count(): number {
    return [...this.#heard.values()].reduce((total, { length }) => total + length, 0);
  }

  close(): void {
    this.#close();
  }

  #hear(block: string, at: number): void {
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (data === undefined) return;
    const event: ListKey & { readonly position: number } = JSON.parse(data);
    const heard = this.#heard.get(nameOf(event)) ?? [];
    heard.push({ position: event.position, at });
    this.#heard.set(nameOf(event), heard);
  }
}

function nameOf({ vacancy, unit }: ListKey): string {
  return `${vacancy} ${unit}`;
}
