import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { KeyAuthenticator } from "./access/key-authenticator.ts";
import { createApp } from "./http/app.ts";
import { CandidateCache } from "./http/candidate-cache.ts";
import { rememberedDay } from "./http/current-day.ts";
import { EventHead } from "./http/events/event-head.ts";
import { defaultLimits } from "./http/limits.ts";
import { listsOfKeys } from "./http/lists-of-keys.ts";
import { LookUpLog } from "./http/look-up-log.ts";
import type { ExpectLists } from "./index-replica/list-warmer.ts";
import { measure } from "./measure.ts";
import type { ServiceParts } from "./service-parts.ts";
import { groupingWriters } from "./storage/records/record-writer.ts";

export interface HttpServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** What is asked for by default. */
  readonly expectedLists: ExpectLists;
  /** Takes no more requests, and waits for those that are being answered. */
  close(): Promise<void>;
}

/** Candidate lists that are remembered until the index changes. */
const rememberedLists = 5000;
/** Milliseconds that open answers have to end when the server closes; streams never do by themselves. */
const drainTime = 3000;
/**
 * Milliseconds that a connection may be idle: longer than proxies keep theirs (a minute, some two). Whoever closes first
 * may meet a request on its way, which then fails; so it must not be this side.
 */
const idleTime = 150_000;

/** Serves the API on the address of the settings. */
export async function serveHttp(parts: ServiceParts): Promise<HttpServer> {
  const { config, database, replica, queues, batches, logger, metrics } = parts;
  const today = rememberedDay();
  const candidateCache = new CandidateCache(rememberedLists);
  replica.onRemoved((participants) => candidateCache.forget(participants));
  const app = createApp({
    database,
    replica,
    queues,
    batches,
    model: replica.model,
    authenticator: new KeyAuthenticator(database),
    limits: {
      ...defaultLimits,
      bodyBytes: config.bodyBytes,
      requestsPerTenSeconds: config.requestsPerTenSeconds,
    },
    logger,
    metrics,
    eventHead: new EventHead(database),
    writers: groupingWriters(database),
    candidateCache,
    lookUps: new LookUpLog(database),
    today,
    measure: () => measure(parts),
  });
  // A bulk upload may take hours; every other request has a time limit of its own.
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: idleTime }, app);
  server.listen(config.port, config.host);
  await once(server, "listening");
  return {
    url: addressOf(server.address(), config.host),
    expectedLists: (date) => listsOfKeys(database, date),
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      // Without `ref`: else a process whose answers have all ended would live on until the time is up.
      await Promise.race([closed, sleep(drainTime, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
}

function addressOf(address: ReturnType<ReturnType<typeof createServer>["address"]>, host: string): string {
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
