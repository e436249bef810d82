import { setImmediate as nextTurn } from "node:timers/promises";
import { type Matcher, today } from "@jobbmatch/matcher";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import { expect, it } from "vitest";
import { ListWarmer } from "../../src/index-replica/list-warmer.ts";
import { silentLogger } from "../../src/observability/logger.ts";
import { shortlistRequest } from "../../src/rematching/compute-shortlist.ts";
import { startWorker } from "../../src/runtime.ts";
import { startApiUnderTest } from "../http/api-under-test.ts";
import { untilFollowed } from "../rematching/until-followed.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";

const people = [...generateParticipants({ seed: 4, count: 40 })];
const places = [...generateVacancies({ seed: 4, count: 60 })].map(
  ({ units: _units, deadline: _deadline, end: _end, ...place }) => ({
    ...place,
    status: "open" as const,
    seatsTaken: 0,
  }),
);

function isRemembered(matcher: Matcher, vacancy: string | undefined, request = {}): boolean {
  return vacancy !== undefined && matcher.topCandidates(vacancy, request).plan.kind === "remembered";
}

/** Asks for each place once, so nothing but what was found in advance can be remembered. */
async function expectRemembered(ask: (vacancy: string | undefined) => boolean): Promise<void> {
  const asked = places.values();
  await expect.poll(() => ask(asked.next().value?.id), { interval: 250, timeout: 14_000 }).toBe(true);
}

describeInEveryMode(
  "lists that are found in advance",
  (servers) => {
    it("are there for the first who asks after a start", async () => {
      const { config } = servers();
      const before = await startApiUnderTest(config);
      const client = await before.clientOf("admin", null);
      await client.bulk("/v1/participants:bulk", people);
      await client.bulk("/v1/vacancies:bulk", places);
      await untilFollowed(before.service.database);
      await before.close();

      const { service, close } = await startApiUnderTest(config);
      await expectRemembered((id) => isRemembered(service.replica.matcher, id));
      await close();
    });

    it("are there for a worker, as it asks for shortlists", async () => {
      const worker = await startWorker(servers().config);
      const request = shortlistRequest({ unit: people[0]?.unit ?? "", date: today() });
      await expectRemembered((id) => isRemembered(worker.replica.matcher, id, request));
      await worker.close();
    });

    it("are not looked for while the process is busy", async () => {
      const { replica, close } = await startWorker(servers().config);
      const request = { limit: 7 };
      let isBusy = true;
      let looked = 0;
      const warmer = new ListWarmer({
        replica,
        expectations: [async () => places.map(({ id }) => ({ vacancy: id, request }))],
        isBusy: () => {
          looked += 1;
          return isBusy;
        },
        today,
        logger: silentLogger,
      });
      await expect.poll(() => looked, { timeout: 10_000 }).toBeGreaterThan(1);
      await nextTurn();
      for (const { id } of places.slice(0, 30))
        expect(isRemembered(replica.matcher, id, request)).toBe(false);
      isBusy = false;
      const others = places.slice(30).values();
      const ask = () => isRemembered(replica.matcher, others.next().value?.id, request);
      await expect.poll(ask, { interval: 250, timeout: 10_000 }).toBe(true);
      await warmer.close();
      await close();
    });
  },
  { modes: ["postgres"] },
);
