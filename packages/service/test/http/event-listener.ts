import { createParser, type EventSourceMessage } from "eventsource-parser";
import type { ApiClient } from "./api-under-test.ts";

export interface EventListener {
  /** Resolves when the stream has begun. */
  readonly opened: Promise<void>;
  /** The next events. */
  take(count: number): Promise<readonly EventSourceMessage[]>;
  close(): void;
}

/** Listens to server-sent events as a browser or another system would. */
export function listenTo(url: string, { token }: ApiClient, lastEventId?: string): EventListener {
  const stop = new AbortController();
  const messages: EventSourceMessage[] = [];
  let wake = () => {};
  const parser = createParser({
    onEvent: (message) => {
      messages.push(message);
      wake();
    },
  });
  const headers = {
    Authorization: `Bearer ${token}`,
    ...(lastEventId === undefined ? {} : { "Last-Event-ID": lastEventId }),
  };
  const response = fetch(url, { headers, signal: stop.signal });
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of (await response).body ?? [])
      parser.feed(decoder.decode(chunk, { stream: true }));
  };
  read().catch(() => {});
  return {
    opened: response.then(() => {}),
    take: async (count) => {
      while (messages.length < count) await new Promise<void>((resolve) => (wake = resolve));
      return messages.splice(0, count);
    },
    close: () => stop.abort(),
  };
}
