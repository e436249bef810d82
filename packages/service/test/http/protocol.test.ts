import { today } from "@jobbmatch/matcher";
import supertest from "supertest";
import { afterAll, beforeAll, expect, it } from "vitest";
import { KeyAuthenticator } from "../../src/access/key-authenticator.ts";
import { readConfig } from "../../src/config/config.ts";
import { createApp } from "../../src/http/app.ts";
import { CandidateCache } from "../../src/http/candidate-cache.ts";
import { EventHead } from "../../src/http/events/event-head.ts";
import { defaultLimits } from "../../src/http/limits.ts";
import { LookUpLog } from "../../src/http/look-up-log.ts";
import { lockChangeLog } from "../../src/storage/queries/lock-change-log.ts";
import { groupingWriters } from "../../src/storage/records/record-writer.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { ApiClient, type ApiUnderTest, startApiUnderTest, until } from "./api-under-test.ts";
import { document } from "./documented.ts";
import { participant, vacancy } from "./people.ts";

describeInEveryMode(
  "the protocol",
  (servers) => {
    let api: ApiUnderTest;
    let app: ApiClient;
    let admin: ApiClient;

    beforeAll(async () => {
      const limits = { JOBBMATCH_REQUESTS_PER_TEN_SECONDS: "60", JOBBMATCH_BODY_BYTES: "20000" };
      api = await startApiUnderTest(readConfig({ ...servers().environment, ...limits }));
      app = await api.clientOf("app", ["north"]);
      admin = await api.clientOf("admin", null);
    });
    afterAll(() => api.close());

    it("lets nobody in without a valid key", async () => {
      for (const token of [undefined, "nonsense", "jm_aaaaaaaaaaaa_".padEnd(59, "A")]) {
        const answer = await new ApiClient(api.url, token).get("/v1/participants");
        expect([answer.status, answer.body.code]).toEqual([401, "unauthenticated"]);
        expect(answer.headers["www-authenticate"]).toContain("Bearer");
      }
    });

    it("refuses a key that was revoked, and lets a rotated one and its successor live side by side", async () => {
      const made = await admin.post("/v1/keys", { name: "Verksamhetssystem", role: "app", units: ["north"] });
      expect(made.status).toBe(201);
      const { id } = made.body.key;
      const rotated = await admin.post(`/v1/keys/${id}/rotation`, { graceSeconds: 600 });
      for (const { token } of [made.body, rotated.body])
        expect((await new ApiClient(api.url, token).get("/v1/participants")).status).toBe(200);
      expect((await admin.delete(`/v1/keys/${rotated.body.key.id}`)).status).toBe(204);
      const listed = await admin.get("/v1/keys");
      // Everything behind the shown id is the secret; the secret itself may hold underscores.
      const secret = made.body.token.slice(`jm_${id}_`.length);
      expect(secret).toHaveLength(43);
      expect(JSON.stringify(listed.body)).not.toContain(secret);
      const southAdmin = await api.clientOf("admin", ["south"]);
      expect((await southAdmin.delete(`/v1/keys/${id}`)).status).toBe(404);
      expect((await southAdmin.post("/v1/keys", { name: "x", role: "app", units: ["north"] })).status).toBe(
        403,
      );
      const own = await southAdmin.post("/v1/keys", { name: "x", role: "matcher" });
      expect(own.body.key.units).toEqual(["south"]);
    });

    it("lets each role do what the document says, and nothing more", async () => {
      const matcher = await api.clientOf("matcher", ["north"]);
      expect(
        (await matcher.post("/v1/participants:bulk", "", { "Content-Type": "application/x-ndjson" })).status,
      ).toBe(403);
      expect((await matcher.delete("/v1/participants/x")).status).toBe(403);
      expect((await app.get("/v1/keys")).status).toBe(403);
      expect((await app.get("/metrics")).status).toBe(403);
    });

    it("limits requests by key, not by address", async () => {
      const busy = await api.clientOf("app", ["north"]);
      const answers = [];
      for (let index = 0; index < 70; index++) answers.push(await busy.get("/v1/webhooks"));
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused[0]?.body.code).toBe("tooManyRequests");
      expect(refused[0]?.headers["retry-after"]).toMatch(/^\d+$/);
      expect((await app.get("/v1/participants")).status).toBe(200);
    });

    it("answers unknown addresses and methods as problems", async () => {
      const nowhere = await app.get("/v2/participants");
      expect([nowhere.status, nowhere.body.code]).toEqual([404, "notFound"]);
      const wrong = await app.delete("/v1/participants");
      expect([wrong.status, wrong.headers.allow]).toEqual([405, "GET"]);
      expect((await supertest(api.url).get("/v1/participants/%E0%A4%A")).status).toBe(400);
    });

    it("answers who asks for the headers only, also of a stream without end", async () => {
      for (const path of ["/v1/events", "/v1/participants"]) {
        const head = await supertest(api.url).head(path).set("Authorization", `Bearer ${app.token}`);
        expect([path, head.status, head.text]).toEqual([path, 200, undefined]);
      }
    });

    it("refuses bodies that are too large, of another kind, or broken", async () => {
      const large = await app.put("/v1/participants/l", participant("l", { about: "a".repeat(30_000) }));
      expect([large.status, large.body.code]).toEqual([413, "recordTooLarge"]);
      const text = await app.put("/v1/participants/l", "text", { "Content-Type": "text/plain" });
      expect([text.status, text.body.code]).toEqual([415, "unsupportedMediaType"]);
      const broken = await app.put("/v1/participants/l", '{"id": "l"', {
        "Content-Type": "application/json",
      });
      expect([broken.status, broken.body.code]).toEqual([400, "invalidJson"]);
      const nothing = await app.send("put", "/v1/participants/l");
      expect([nothing.status, nothing.body.code]).toEqual([400, "invalidRequest"]);
      const unacceptable = await app.get("/v1/participants", { Accept: "image/png" });
      expect([unacceptable.status, unacceptable.body.code]).toEqual([406, "notAcceptable"]);
      const zipped = { "Content-Type": "application/x-ndjson", "Content-Encoding": "gzip" };
      expect((await app.post("/v1/participants:bulk", "x", zipped)).status).toBe(415);
    });

    it("sends headers that keep browsers and proxies from doing harm", async () => {
      const { headers } = await app.get("/v1/participants");
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["strict-transport-security"]).toBeDefined();
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["x-powered-by"]).toBeUndefined();
      expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    });

    it("serves the OpenAPI document and a page that loads nothing from elsewhere", async () => {
      const served = await supertest(api.url).get("/openapi.json");
      expect(served.body).toEqual(JSON.parse(JSON.stringify(document)));
      const page = await supertest(api.url).get("/docs");
      expect(page.headers["content-security-policy"]).toContain("script-src 'self'");
      expect(page.text).not.toMatch(/<script>|style=|https?:/);
      for (const [, file = ""] of page.text.matchAll(/(?:src|href)="([^"]+)"/g))
        expect([file, (await supertest(api.url).get(file)).status]).toEqual([file, 200]);
    });

    it("tells its health, its readiness and its measurements by route pattern", async () => {
      const anybody = new ApiClient(api.url, undefined);
      expect((await anybody.get("/healthz")).body).toEqual({ status: "alive" });
      expect((await anybody.get("/readyz")).body.status).toBe("ready");
      await app.get("/v1/participants/secret-id-4711");
      const { text } = await admin.get("/metrics");
      expect(text).toContain('route="/v1/participants/{id}"');
      expect(text).toMatch(/jobbmatch_replica_lag \d+/);
      expect(text).toMatch(/jobbmatch_queue_jobs\{queue="rematch",state="waiting"\} \d+/);
      expect(text).not.toContain("4711");
    });

    it("takes bulk bodies line by line: a broken line never stops the rest", async () => {
      const results = await app.bulk("/v1/participants:bulk", [
        participant("b1"),
        '{"id": "b2", "unit": ',
        participant("b3", { unit: "south" }),
        { ...participant("b4"), version: -1, age: 7 },
        participant("b5", { about: "Ring 070-123 45 67" }),
        participant("b1"),
        participant("b1", { version: 0 }),
        participant("b6"),
      ]);
      expect(results.map(({ line, outcome }) => [line, outcome])).toEqual([
        [1, "stored"],
        [2, "rejected"],
        [3, "rejected"],
        [4, "rejected"],
        [5, "stored"],
        [6, "unchanged"],
        [7, "rejected"],
        [8, "stored"],
      ]);
      expect(results[2]?.problems?.[0]?.code).toBe("forbidden");
      expect(results[3]?.problems?.map(({ field }) => field).sort()).toEqual(["age", "version"]);
      expect(Reflect.get(results[4] ?? {}, "masked")).toEqual([
        { field: "about", kind: "telephone", count: 1 },
      ]);
      expect((await app.get("/v1/participants/b6")).status).toBe(200);
    });

    it("imports ads of both formats, and removes those that were taken down", async () => {
      const jobtech = {
        id: "111",
        headline: "Kock",
        employer: { name: "Skolköket 4" },
        description: { text: "Vi söker en kock med B-körkort." },
      };
      const posting = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        identifier: "222",
        title: "Vaktmästare",
        hiringOrganization: { "@type": "Organization", name: "Fastighet 2" },
        description: "Krav: truckkort A.",
      };
      const results = await app.bulk("/v1/vacancies:import", [jobtech, posting, { what: "ever" }]);
      expect(results.map(({ outcome }) => outcome)).toEqual(["stored", "stored", "rejected"]);
      const kept = await app.get(`/v1/vacancies/${results[0]?.id}`);
      expect(kept.body.drivingLicences[0]).toMatchObject({ anyOf: ["B"], source: "recognised" });
      const only = await app.bulk("/v1/vacancies:import?format=jobposting", [jobtech]);
      expect(only[0]?.problems?.[0]?.code).toBe("unsupportedFormat");
      const removal = await app.bulk("/v1/vacancies:import", [{ id: "111", removed: true }]);
      expect(removal[0]?.outcome).toBe("removed");
      expect((await app.get("/v1/vacancies/111")).status).toBe(404);
    });

    it("answers a bulk body while it is still being sent", async () => {
      let goOn = () => {};
      const answered = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      async function* body(): AsyncGenerator<Uint8Array> {
        const encoder = new TextEncoder();
        for (let index = 0; index < 150; index++) {
          yield encoder.encode(`${JSON.stringify(vacancy(`stream-${index}`))}\n`);
        }
        await answered;
        yield encoder.encode(`${JSON.stringify(vacancy("stream-last"))}\n`);
      }
      const response = await fetch(`${api.url}/v1/vacancies:bulk`, {
        method: "POST",
        headers: { Authorization: `Bearer ${app.token}`, "Content-Type": "application/x-ndjson" },
        body: ReadableStream.from(body()),
        duplex: "half",
      });
      let text = "";
      for await (const chunk of response.body ?? []) {
        text += new TextDecoder().decode(chunk);
        // The last line is sent only when the first hundred have been answered.
        if (text.split("\n").length > 100) goOn();
      }
      expect(text.trim().split("\n")).toHaveLength(151);
    });

    it("has webhooks made, changed and ended by those whose units they concern", async () => {
      const made = await app.post("/v1/webhooks", {
        url: "http://127.0.0.1:9/hook",
        kinds: ["decision.made"],
      });
      expect([made.status, made.body.units]).toEqual([201, ["north"]]);
      expect(made.body.secret.length).toBeGreaterThan(40);
      const { id } = made.body;
      const south = await api.clientOf("app", ["south"]);
      expect((await south.get("/v1/webhooks")).body.items).toEqual([]);
      expect((await south.patch(`/v1/webhooks/${id}`, { active: false })).status).toBe(404);
      expect((await app.patch(`/v1/webhooks/${id}`, { active: false, kinds: null })).body).toMatchObject({
        active: false,
        kinds: null,
      });
      expect(JSON.stringify((await app.get("/v1/webhooks")).body)).not.toContain(made.body.secret);
      expect((await app.post("/v1/webhooks", { url: "file:///etc/passwd" })).status).toBe(400);
      expect((await app.post("/v1/webhooks", { url: "https://x.example", units: ["south"] })).status).toBe(
        403,
      );
      expect((await app.delete(`/v1/webhooks/${id}`)).status).toBe(204);
      expect((await app.delete(`/v1/webhooks/${id}`)).status).toBe(404);
    });

    it("gives up a request that takes too long, and what it would have written is not acknowledged", async () => {
      const { service } = api;
      const impatient = createApp({
        ...service,
        model: service.replica.model,
        authenticator: new KeyAuthenticator(service.database),
        limits: { ...defaultLimits, requestMilliseconds: 200 },
        eventHead: new EventHead(service.database),
        writers: groupingWriters(service.database),
        candidateCache: new CandidateCache(10),
        lookUps: new LookUpLog(service.database),
        today,
        measure: async () => {},
      });
      const put = () =>
        supertest(impatient)
          .put("/v1/participants/slow")
          .set("Authorization", `Bearer ${app.token}`)
          .send(participant("slow"));
      const late = await service.database.transaction(async (transaction) => {
        await lockChangeLog(transaction);
        return put();
      });
      expect([late.status, late.body.code]).toEqual([503, "timeLimitExceeded"]);
      await until(put, ({ status }) => status === 200 || status === 201);
    });

    it("shows failed jobs to who runs the service", async () => {
      expect((await admin.get("/v1/failed-jobs")).body).toEqual({ items: [] });
      expect((await admin.post("/v1/failed-jobs/rematch/nothing/replay")).body.code).toBe("unknownResource");
    });

    it("limits by address those who come without a valid key", async () => {
      const stranger = new ApiClient(api.url, "jm_guess");
      const statuses = new Set<number>();
      for (let index = 0; index < 70; index++) statuses.add((await stranger.get("/v1/keys")).status);
      expect(statuses).toEqual(new Set([401, 429]));
      expect((await admin.get("/v1/keys")).status).toBe(200);
    });
  },
  { modes: ["postgres"] },
);
