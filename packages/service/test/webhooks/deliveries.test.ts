import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isSignatureValid } from "../../src/index.ts";
import { silentLogger } from "../../src/observability/logger.ts";
import { type OpenQueues, openQueues } from "../../src/queue/open-queues.ts";
import type { NewEvent } from "../../src/storage/event.ts";
import { openStorage, type Storage } from "../../src/storage/open-storage.ts";
import { appendEvents } from "../../src/storage/queries/append-events.ts";
import { relayDeliveries } from "../../src/webhooks/delivery-relay.ts";
import { mostAttempts } from "../../src/webhooks/retry-policy.ts";
import { sendEvent } from "../../src/webhooks/send-event.ts";
import { PollingLoop } from "../../src/workers/polling-loop.ts";
import { startWebhookWorker } from "../../src/workers/webhook-worker.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";

const secret = "whsec_0123456789";

interface Received {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** An endpoint that answers each path as its last part says: `/…/200`, `/…/302`; `/…/never` not at all. */
class Endpoint {
  readonly received: Received[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      const path = request.url ?? "";
      this.received.push({ path, headers: request.headers, body: await text(request) });
      const status = Number(path.split("/").at(-1));
      if (Number.isNaN(status)) return;
      response.writeHead(status, status === 302 ? { Location: "/redirected/200" } : {}).end("thanks");
    });
  }

  async start(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  at(path: string): readonly Received[] {
    return this.received.filter((each) => each.path === path);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

describeInEveryMode("webhooks", (servers) => {
  const endpoint = new Endpoint();
  let address: string;
  let storage: Storage;
  let opened: OpenQueues;
  let loop: PollingLoop;
  const results: string[] = [];

  beforeAll(async () => {
    address = await endpoint.start();
    const { config } = servers();
    storage = await openStorage({ config });
    opened = await openQueues({ databaseUrl: storage.url, redisUrl: config.redisUrl, logger: silentLogger });
    const { queues } = opened;
    const { database } = storage;
    startWebhookWorker({ queues, database, onResult: (result) => results.push(result) });
    const round = () => relayDeliveries({ database, queues });
    loop = new PollingLoop({ name: "delivery-relay", interval: 20, logger: silentLogger, round });
  });
  afterAll(async () => {
    await loop.close();
    await opened.close();
    await storage.close();
    endpoint.close();
  });

  const subscribe = async (path: string, fields: { units?: string[]; kinds?: string[] } = {}) => {
    const { rows } = await storage.database.query<{ id: string }>(
      "INSERT INTO webhooks (url, secret, units, kinds) VALUES ($1, $2, $3, $4) RETURNING id",
      [`${address}${path}`, secret, fields.units ?? null, fields.kinds ?? null],
    );
    return rows[0]?.id ?? "";
  };
  const tell = (...events: NewEvent[]) =>
    storage.database.transaction((client) => appendEvents(client, events));
  const deliveriesOf = async (webhook: string) =>
    (
      await storage.database.query<{
        id: string;
        state: string;
        attempts: number;
        last_status: number | null;
      }>(
        "SELECT id, state, attempts, last_status FROM webhook_deliveries WHERE webhook_id = $1 ORDER BY event_id",
        [webhook],
      )
    ).rows;
  const stop = (webhook: string) =>
    storage.database.query("UPDATE webhooks SET active = false WHERE id = $1", [webhook]);
  const change: NewEvent = { kind: "vacancy.changed", unit: null, payload: { vacancy: "v1", version: 2 } };

  it("get signed events of their kinds and units, once each", async () => {
    const webhook = await subscribe("/north/200", { units: ["north"], kinds: ["shortlist.changed"] });
    const list = (unit: string): NewEvent => ({
      kind: "shortlist.changed",
      unit,
      payload: { vacancy: "v1", unit },
    });
    await tell(change, list("south"), list("north"));
    await expect
      .poll(async () => (await deliveriesOf(webhook)).map(({ state }) => state), { timeout: 10_000 })
      .toEqual(["delivered"]);
    const [received, ...more] = endpoint.at("/north/200");
    expect(more).toEqual([]);
    expect(JSON.parse(received?.body ?? "")).toMatchObject({
      kind: "shortlist.changed",
      unit: "north",
      payload: { vacancy: "v1" },
    });
    const signature = String(received?.headers["jobbmatch-signature"]);
    const now = Math.floor(Date.now() / 1000);
    expect(isSignatureValid(signature, { secret, body: received?.body ?? "", now })).toBe(true);
    expect(received?.headers["jobbmatch-event"]).toBe("shortlist.changed");
    await stop(webhook);
  });

  it("are tried again later when they fail, and follow no redirect", async () => {
    const webhook = await subscribe("/moved/302");
    await tell(change);
    const outcome = { state: "waiting", attempts: 1, last_status: 302 };
    await expect.poll(() => deliveriesOf(webhook), { timeout: 10_000 }).toMatchObject([outcome]);
    expect(endpoint.at("/redirected/200")).toEqual([]);
    await storage.database.query("UPDATE webhook_deliveries SET next_at = now() WHERE webhook_id = $1", [
      webhook,
    ]);
    await expect.poll(() => deliveriesOf(webhook), { timeout: 10_000 }).toMatchObject([{ attempts: 2 }]);
    const ids = endpoint.at("/moved/302").map(({ headers }) => headers["jobbmatch-delivery"]);
    expect(new Set(ids).size).toBe(1);
    await stop(webhook);
  });

  it("rest after failures in a row, and the last failure waits to be replayed", async () => {
    const webhook = await subscribe("/broken/500");
    await storage.database.query("UPDATE webhooks SET failures = 4 WHERE id = $1", [webhook]);
    await tell(change);
    await expect
      .poll(() => deliveriesOf(webhook), { timeout: 10_000 })
      .toMatchObject([{ attempts: 1, last_status: 500 }]);
    const { rows } = await storage.database.query<{ rests: boolean }>(
      "SELECT rests_until > now() + interval '50 seconds' AS rests FROM webhooks WHERE id = $1",
      [webhook],
    );
    expect(rows).toEqual([{ rests: true }]);
    await storage.database.query(
      "UPDATE webhook_deliveries SET next_at = now(), attempts = $2 WHERE webhook_id = $1",
      [webhook, mostAttempts - 1],
    );
    await storage.database.query("UPDATE webhooks SET rests_until = NULL WHERE id = $1", [webhook]);
    await expect.poll(() => deliveriesOf(webhook), { timeout: 10_000 }).toMatchObject([{ state: "failed" }]);
    await expect.poll(() => opened.queues.webhooks.getFailedCount(), { timeout: 10_000 }).toBe(1);
    await storage.database.query("UPDATE webhooks SET url = $2 WHERE id = $1", [
      webhook,
      `${address}/mended/200`,
    ]);
    const [job] = await opened.queues.webhooks.getFailed();
    await job?.retry("failed");
    await expect
      .poll(() => deliveriesOf(webhook), { timeout: 10_000 })
      .toMatchObject([{ state: "delivered" }]);
    expect(results).toContain("given up");
    await stop(webhook);
  });

  it("give an endpoint that never answers up after the time limit", async () => {
    const event = { ...change, id: 1, at: "2026-11-22T02:00:00.000Z" };
    const url = `${address}/slow/never`;
    const delivery = { id: "d1", attempts: 0, webhook: "w1", url, secret, event };
    expect(await sendEvent(delivery, 50)).toEqual({ isAccepted: false, status: null });
    expect(await sendEvent({ ...delivery, url: "http://127.0.0.1:1/" })).toEqual({
      isAccepted: false,
      status: null,
    });
  });
});
