import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { type ApiClient, type ApiUnderTest, startApiUnderTest, until } from "./api-under-test.ts";
import { listenTo } from "./event-listener.ts";
import { participant, vacancy } from "./people.ts";

interface Listed {
  readonly participant: string;
  readonly rank: number;
}

const idsOf = (list: readonly Listed[]) => list.map(({ participant: id }) => id);
const today = new Date().toISOString().slice(0, 10);

describeInEveryMode("matching over HTTP", (servers) => {
  let api: ApiUnderTest;
  let north: ApiClient;
  let south: ApiClient;
  let admin: ApiClient;
  let position: string;

  beforeAll(async () => {
    api = await startApiUnderTest(servers().config);
    admin = await api.clientOf("admin", null);
    north = await api.clientOf("matcher", ["north"]);
    south = await api.clientOf("matcher", ["south"]);
    await admin.bulk("/v1/vacancies:bulk", [vacancy("v1"), vacancy("v-south", { units: ["south"] })]);
    const results = await admin.bulk("/v1/participants:bulk", [
      participant("n1"),
      participant("n2", { experiences: [{ occupation: "snickare", months: 30 }] }),
      participant("n3", { drivingLicences: [] }),
      participant("s1", { unit: "south" }),
    ]);
    position = String(Reflect.get(results[3] ?? {}, "position"));
  });
  afterAll(() => api.close());

  const shortlistOf = async (client: ApiClient) => {
    const { body } = await client.get("/v1/vacancies/v1/shortlist");
    return body.lists as { unit: string; entries: Listed[]; nearMisses: Listed[] }[];
  };

  it("tells the candidates that the asker may see, and who would fit if one thing changed", async () => {
    const after = { "Jobbmatch-After": position };
    const { body } = await north.get("/v1/vacancies/v1/candidates", after);
    expect(idsOf(body.candidates)).toEqual(["n1", "n2"]);
    expect(idsOf(body.nearMisses)).toEqual(["n3"]);
    expect(body.funnel.total).toBe(3);
    expect(body.position).toBeGreaterThanOrEqual(Number(position));
    expect(idsOf((await south.get("/v1/vacancies/v1/candidates", after)).body.candidates)).toEqual(["s1"]);
    expect(idsOf((await admin.get("/v1/vacancies/v1/candidates?unit=south")).body.candidates)).toEqual([
      "s1",
    ]);
    expect((await north.get("/v1/vacancies/v1/candidates?unit=south")).body.candidates).toEqual([]);
  });

  it("never answers one asker with what another one was answered", async () => {
    for (const client of [admin, south, north, south, admin]) await client.get("/v1/vacancies/v1/candidates");
    expect(idsOf((await north.get("/v1/vacancies/v1/candidates")).body.candidates)).toEqual(["n1", "n2"]);
    expect((await south.get("/v1/vacancies/v-south/candidates")).status).toBe(200);
    expect((await north.get("/v1/vacancies/v-south/candidates")).body.code).toBe("unknownVacancy");
    // The same units are asked about, by somebody who may see the vacancy and somebody who may not.
    expect((await admin.get("/v1/vacancies/v-south/candidates?unit=north")).status).toBe(200);
    expect((await north.get("/v1/vacancies/v-south/candidates?unit=north")).status).toBe(404);
  });

  it("answers nobody any more who could see a vacancy until it was changed, and who can see it again", async () => {
    const write = (version: number, units: readonly string[]) =>
      admin.put("/v1/vacancies/v-moved", vacancy("v-moved", { version, units: [...units] }));
    const statuses = async (version: number, units: readonly string[]) => {
      const written = await write(version, units);
      const after = { "Jobbmatch-After": String(written.headers["jobbmatch-position"]) };
      const answers = [north, south].map((client) => client.get("/v1/vacancies/v-moved/candidates", after));
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    expect(await statuses(1, ["north", "south"])).toEqual([200, 200]);
    expect(await statuses(2, ["south"])).toEqual([404, 200]);
    expect(await statuses(3, ["north"])).toEqual([200, 404]);
    expect((await admin.delete("/v1/vacancies/v-moved")).status).toBe(204);
  });

  it("shows at once what was written, to who asks with the write's position", async () => {
    for (let version = 2; version < 6; version++) {
      const licences = version % 2 === 0 ? [] : ["B" as const];
      const written = await north.put(
        "/v1/participants/n1",
        participant("n1", { version, drivingLicences: licences }),
      );
      const after = { "Jobbmatch-After": String(written.headers["jobbmatch-position"]) };
      const { body } = await north.get("/v1/vacancies/v1/candidates", after);
      expect(idsOf(body.candidates).includes("n1")).toBe(version % 2 === 1);
    }
    const late = await north.get("/v1/vacancies/v1/candidates", { "Jobbmatch-After": "999999999" });
    expect([late.status, late.body.code]).toEqual([503, "notCaughtUp"]);
  });

  it("matches an ad that is not stored, in our form or as an ad", async () => {
    const own = await north.post("/v1/match", { vacancy: vacancy("x"), settings: { limit: 1 } });
    expect(idsOf(own.body.candidates)).toEqual(["n1"]);
    const ad = {
      id: "4711",
      headline: "Undersköterska",
      employer: { name: "Hemtjänst 9" },
      description: { text: "Krav: B-körkort." },
    };
    const foreign = await north.post("/v1/match", { ad });
    expect(foreign.status).toBe(200);
    expect(idsOf(foreign.body.nearMisses)).toEqual(["n3"]);
    expect((await north.post("/v1/match", { ad: { what: "ever" } })).body.code).toBe("invalidRequest");
    expect((await north.get("/v1/vacancies/4711")).status).toBe(404);
  });

  it("tells the vacancies of a participant, and explains a pair to each audience in both languages", async () => {
    const list = await north.get("/v1/participants/n3/vacancies?limit=5");
    expect(list.body.closedBy).toEqual([{ rule: "drivingLicence", vacancies: 1 }]);
    const texts = new Set<string>();
    for (const audience of ["caseWorker", "employer", "participant"])
      for (const language of ["sv", "en"]) {
        const { body } = await north.get(`/v1/explanations/n1/v1?audience=${audience}&language=${language}`);
        expect(body.lines.length).toBeGreaterThan(0);
        expect("assessment" in body).toBe(audience === "caseWorker");
        texts.add(body.lines.join("\n"));
      }
    expect(texts.size).toBe(6);
    expect((await south.get("/v1/explanations/n1/v1")).body.code).toBe("unknownParticipant");
  });

  it("keeps a shortlist for each unit fresh, with its history, and prints it", async () => {
    const lists = await until(
      () => shortlistOf(admin),
      (found) => found.length === 2 && found.every(({ entries }) => entries.length > 0),
    );
    expect(lists.map(({ unit }) => unit)).toEqual(["north", "south"]);
    expect((await shortlistOf(north)).map(({ unit }) => unit)).toEqual(["north"]);

    const written = await north.patch("/v1/participants/n3", { drivingLicences: ["B"] });
    const after = { "Jobbmatch-After": String(written.headers["jobbmatch-position"]) };
    const followed = await until(
      () => north.get("/v1/vacancies/v1/shortlist", after),
      ({ status }) => status !== 503,
    );
    expect(idsOf(followed.body.lists[0].entries)).toContain("n3");
    const { body: history } = await north.get("/v1/vacancies/v1/shortlist/history?limit=1");
    expect(history.items[0].diff.entered).toEqual(["n3"]);
    expect(history.next).not.toBeNull();

    const page = await north.get("/v1/vacancies/v1/shortlist", { Accept: "text/html" });
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.text).toContain("Kandidatlista");
    expect(page.text).toContain("n3");
    expect(page.text).not.toContain("s1");
  });

  it("notes decisions once for each idempotency key, with what the engine knew", async () => {
    const decision = { participant: "n1", vacancy: "v1", state: "proposed" };
    const key = { "Idempotency-Key": "key-1" };
    const first = await north.post("/v1/decisions", decision, key);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ unit: "north", state: "proposed", date: expect.any(String) });
    expect(first.body.inputHash).toMatch(/^[0-9a-f]{64}$/);
    const again = await north.post("/v1/decisions", decision, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await north.post("/v1/decisions", { ...decision, state: "accepted" }, key);
    expect([other.status, other.body.code]).toEqual([409, "idempotencyConflict"]);
    // The key of somebody else is another key.
    expect((await south.post("/v1/decisions", { ...decision, participant: "s1" }, key)).status).toBe(201);
    expect((await south.post("/v1/decisions", decision)).body.code).toBe("unknownParticipant");
    const wrong = await north.post("/v1/decisions", { ...decision, state: "declined", reason: "too old" });
    expect(wrong.status).toBe(400);
    const listed = await north.get("/v1/decisions?participant=n1");
    expect(listed.body.items).toEqual([first.body]);
    expect((await south.get("/v1/decisions")).body.items).toHaveLength(1);
  });

  it("answers why somebody was or was not proposed on a day", async () => {
    await north.put("/v1/participants/n4", participant("n4", { drivingLicences: [] }));
    const written = await north.get("/v1/participants/n4");
    expect(written.status).toBe(200);
    const review = async (id: string, date = today) =>
      (await north.get(`/v1/reviews/${id}/v1/${date}`, { "Jobbmatch-After": String(position) })).body;
    const found = await until(
      () => review("n4"),
      ({ conclusion }) => conclusion !== "changedSince",
    );
    expect(found.conclusion).toBe("ruleFailed");
    expect(found.participantThen.version).toBe(1);
    const proposed = await review("n1");
    expect(proposed).toMatchObject({ conclusion: "proposed", shortlist: { rank: expect.any(Number) } });
    expect(proposed.decisions).toHaveLength(1);
    expect((await review("n1", "2020-01-01")).conclusion).toBe("participantNotThere");
    expect((await south.get(`/v1/reviews/n1/v1/${today}`)).status).toBe(404);
  });

  it("records every look at a person, for the person's own unit", async () => {
    const reason = { "Jobbmatch-Reason": "case:17" };
    await north.get("/v1/participants/n2", reason);
    const { body } = await admin.get("/v1/audit?participant=n2");
    expect(body.items[0]).toMatchObject({
      action: "participant.read",
      entityId: "n2",
      unit: "north",
      reason: "case:17",
    });
    const actions = new Set(body.items.map(({ action }: { action: string }) => action));
    expect(actions).toContain("candidates.read");
    expect(actions).toContain("shortlist.read");
    const southAdmin = await api.clientOf("admin", ["south"]);
    const seen = await southAdmin.get("/v1/audit?limit=500");
    expect(new Set(seen.body.items.map(({ unit }: { unit: string }) => unit))).toEqual(new Set(["south"]));
    expect(JSON.stringify(seen.body)).not.toContain('"n1"');
    expect((await north.get("/v1/audit")).body.code).toBe("forbidden");
    const extract = await admin.get("/v1/participants/n2/extract");
    expect(extract.body).toMatchObject({ participant: { id: "n2" }, shortlists: [{ vacancy: "v1" }] });
    expect(extract.body.audit.length).toBeGreaterThan(2);
    expect(extract.text).not.toContain('"n1"');
    expect((await southAdmin.get("/v1/participants/n2/extract")).body.code).toBe("unknownParticipant");
  });

  it("sends events as they happen, and goes on where a listener left off", async () => {
    const listener = listenTo(`${api.url}/v1/events?kinds=participant.changed`, south);
    await listener.opened;
    await south.put("/v1/participants/s2", participant("s2", { unit: "south" }));
    await north.put("/v1/participants/n5", participant("n5"));
    await south.put("/v1/participants/s3", participant("s3", { unit: "south" }));
    const events = await listener.take(2);
    listener.close();
    expect(events.map(({ data }) => JSON.parse(data).participant)).toEqual(["s2", "s3"]);
    const resumed = listenTo(`${api.url}/v1/events?kinds=participant.changed`, south, events[0]?.id);
    expect((await resumed.take(1))[0]?.id).toBe(events[1]?.id);
    resumed.close();
  });

  it("runs a batch to its end, and refuses a second one meanwhile", async () => {
    const started = await admin.post("/v1/batches");
    expect(started.status).toBe(202);
    const run = await until(
      async () => (await admin.get(`/v1/batches/${started.body.id}`)).body,
      ({ state }) => state !== "running",
    );
    expect(run).toMatchObject({ state: "finished", report: { vacancies: 2 } });
    const southAdmin = await api.clientOf("admin", ["south"]);
    const { body } = await southAdmin.get("/v1/batches");
    expect(body.items[0].report.participantsWithoutVacancies.ids).toEqual([]);
    expect((await north.post("/v1/batches")).status).toBe(403);
  });
});
