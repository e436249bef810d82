import { type Embedder, TransformersEmbedder } from "@jobbmatch/matcher";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningService, startEmbedded } from "../../src/runtime.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { freshShortlists, storedShortlists } from "./fresh-shortlists.ts";
import { RandomWrites } from "./random-writes.ts";
import { untilFollowed } from "./until-followed.ts";

let embedder: Embedder;
beforeAll(async () => {
  embedder = await TransformersEmbedder.create();
});

describeInEveryMode("re-matching", (servers) => {
  let service: RunningService;
  let writes: RandomWrites;

  beforeAll(async () => {
    service = await startEmbedded(servers().config, { embedder });
    writes = new RandomWrites(service.database, { seed: 5, people: 24, places: 5 });
    await writes.begin();
    await untilFollowed(service.database);
  });
  afterAll(() => service.close());

  const expectFresh = async () => {
    await untilFollowed(service.database);
    expect(await storedShortlists(service.database)).toEqual(
      await freshShortlists(service.database, embedder),
    );
  };

  it("makes every shortlist of what was there at the start", async () => {
    await expectFresh();
    expect(Object.keys(await storedShortlists(service.database)).length).toBeGreaterThan(5);
  });

  it("equals a fresh computation after random changes, erasures and removals", async () => {
    await writes.many(25);
    await expectFresh();
  });
});
