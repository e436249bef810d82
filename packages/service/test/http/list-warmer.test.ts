import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import { expect, it } from "vitest";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { startApiUnderTest } from "./api-under-test.ts";

const people = [...generateParticipants({ seed: 4, count: 40 })];
const places = [...generateVacancies({ seed: 4, count: 60 })].map(({ units: _, ...place }) => ({
  ...place,
  status: "open" as const,
}));

describeInEveryMode(
  "lists that are found in advance",
  (servers) => {
    it("are there for the first who asks after a start", async () => {
      const { config } = servers();
      const before = await startApiUnderTest(config);
      const client = await before.clientOf("admin", null);
      await client.bulk("/v1/participants:bulk", people);
      await client.bulk("/v1/vacancies:bulk", places);
      await before.close();

      const { service, close } = await startApiUnderTest(config);
      // Each place is asked for once, so nothing but what was found in advance can be remembered.
      const asked = places.values();
      const askForAnother = () => {
        const { value: place } = asked.next();
        return place && service.replica.matcher.topCandidates(place.id).plan.kind;
      };
      await expect.poll(askForAnother, { interval: 250, timeout: 15_000 }).toBe("remembered");
      await close();
    });
  },
  { modes: ["postgres"] },
);
