import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import type { Route } from "../../src/http/route.ts";
import { routes } from "../../src/http/routes/index.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { type ApiClient, type ApiUnderTest, startApiUnderTest } from "./api-under-test.ts";
import { undocumented } from "./documented.ts";
import { participant, vacancy } from "./people.ts";
import { type FuzzedRequest, requestsTo } from "./request-arbitrary.ts";

/** Nobody who sees the unit north only may ever read this. */
const secret = "HEMLIGT";
const requestsAtOnce = 10;
const rounds = 6;
/** Long enough for a loaded machine, and far from a hang. */
const patience = 30_000;

describeInEveryMode(
  "requests that may be wrong in any place",
  (servers) => {
    let api: ApiUnderTest;
    let clients: readonly ApiClient[];

    beforeAll(async () => {
      const unlimited = { JOBBMATCH_REQUESTS_PER_TEN_SECONDS: "1000000" };
      api = await startApiUnderTest(readConfig({ ...servers().environment, ...unlimited }));
      const all = await api.clientOf("admin", null);
      const hidden = { unit: "south", about: secret, skills: [secret] };
      await all.bulk("/v1/participants:bulk", [
        participant("north-1"),
        participant("north-2", { drivingLicences: [] }),
        participant("south-known", hidden),
        participant(`south-${secret}`, hidden),
      ]);
      await all.bulk("/v1/vacancies:bulk", [
        vacancy("open-1"),
        vacancy("v-south", { units: ["south"], description: secret }),
      ]);
      clients = [await api.clientOf("app", ["north"]), await api.clientOf("admin", ["north"])];
    });
    afterAll(() => api.close());

    const ids = ["north-1", "north-2", "south-known", "open-1", "v-south", "2026-01-31", "rematch"];
    // What removes comes last, so that the others meet what there is.
    const ordered = [...routes].sort((a, b) => Number(a.method === "delete") - Number(b.method === "delete"));
    it.each(ordered.map((route) => [route.operation, route] as const))(
      "%s answers as documented, and tells nothing of another unit",
      async (_operation, route) => {
        const batches = fc.array(requestsTo(route, ids), {
          minLength: requestsAtOnce,
          maxLength: requestsAtOnce,
        });
        await fc.assert(
          fc.asyncProperty(batches, fc.boolean(), async (requests, isAdmin) => {
            const client = clients[isAdmin ? 1 : 0];
            const found = await Promise.all(
              requests.map((request) => complaints(api.url, client, route, request)),
            );
            expect(found.flat()).toEqual([]);
          }),
          { numRuns: rounds, endOnFailure: true },
        );
      },
    );

    it("leaves a service that works", async () => {
      expect((await clients[0]?.get("/v1/participants"))?.status).toBe(200);
      expect(api.logLines().filter((line) => line.includes("request failed"))).toEqual([]);
    });
  },
  { modes: ["postgres"] },
);

/** What is wrong with the answer to a request. */
async function complaints(
  url: string,
  client: ApiClient | undefined,
  route: Route,
  { path, headers, body }: FuzzedRequest,
): Promise<readonly string[]> {
  const response = await fetch(url + path, {
    method: route.method.toUpperCase(),
    headers: { ...headers, Authorization: `Bearer ${client?.token}` },
    signal: AbortSignal.timeout(patience),
    redirect: "manual",
    ...(body === undefined ? {} : { body }),
  });
  const contentType = response.headers.get("content-type") ?? "";
  const isEndless = contentType.startsWith("text/event-stream");
  const text = isEndless ? "" : await response.text();
  if (isEndless) await response.body?.cancel();
  // Who asks to wait for a change may be told to ask again, on a machine that has much to do.
  const isStillCatchingUp = response.status === 503 && text.includes('"notCaughtUp"');
  const asked = `${route.method} ${path} ${body ?? ""}`.slice(0, 500);
  return [
    ...undocumented(route, { status: response.status, contentType, text }),
    ...(response.status >= 500 && !isStillCatchingUp ? [`${response.status} to ${asked}: ${text}`] : []),
    ...(text.includes(secret) ? [`another unit's data in the answer to ${asked}`] : []),
  ];
}
