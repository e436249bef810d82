import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { type ApiClient, type ApiUnderTest, startApiUnderTest } from "./api-under-test.ts";
import { participant, vacancy } from "./people.ts";

describeInEveryMode("participants and vacancies over HTTP", (servers) => {
  let api: ApiUnderTest;
  let north: ApiClient;
  let south: ApiClient;

  beforeAll(async () => {
    api = await startApiUnderTest(servers().config);
    north = await api.clientOf("app", ["north"]);
    south = await api.clientOf("app", ["south"]);
  });
  afterAll(() => api.close());

  it("are stored, read, changed in part and erased", async () => {
    const created = await north.put("/v1/participants/r1", participant("r1"));
    expect(created.status).toBe(201);
    expect(created.body).toEqual({ id: "r1", version: 1, outcome: "created", masked: [] });
    const position = Number(created.headers["jobbmatch-position"]);
    expect(position).toBeGreaterThan(0);

    const read = await north.get("/v1/participants/r1");
    expect(read.headers.etag).toBe('"1"');
    expect(read.body).toEqual(participant("r1"));
    expect((await north.get("/v1/participants/r1", { "If-None-Match": '"1"' })).status).toBe(304);

    const patched = await north.patch("/v1/participants/r1", {
      drivingLicences: null,
      skills: ["dokumentation"],
    });
    expect(patched.body).toMatchObject({ version: 2, outcome: "updated" });
    expect(Number(patched.headers["jobbmatch-position"])).toBeGreaterThan(position);
    const { drivingLicences: _licences, ...others } = participant("r1", {
      version: 2,
      skills: ["dokumentation"],
    });
    expect((await north.get("/v1/participants/r1")).body).toEqual(others);

    expect((await north.delete("/v1/participants/r1")).status).toBe(204);
    expect((await north.get("/v1/participants/r1")).body.code).toBe("unknownParticipant");
    expect((await north.delete("/v1/participants/r1")).status).toBe(404);
  });

  it("keep the newer of two versions", async () => {
    await north.put("/v1/vacancies/w1", vacancy("w1", { version: 5 }));
    const repeated = await north.put("/v1/vacancies/w1", vacancy("w1", { version: 5 }));
    expect(repeated.body.outcome).toBe("unchanged");
    const older = await north.put("/v1/vacancies/w1", vacancy("w1", { version: 4 }));
    expect([older.status, older.body.code]).toEqual([409, "staleVersion"]);
    const other = await north.put("/v1/vacancies/w1", vacancy("w1", { version: 5, seats: 3 }));
    expect([other.status, other.body.code]).toEqual([409, "versionConflict"]);
  });

  it("are changed only if the version is the one that If-Match names", async () => {
    await north.put("/v1/participants/r2", participant("r2"));
    const next = participant("r2", { version: 2 });
    const refused = await north.put("/v1/participants/r2", next, { "If-Match": '"7"' });
    expect([refused.status, refused.body.code]).toEqual([412, "preconditionFailed"]);
    expect((await north.put("/v1/participants/r2", next, { "If-Match": '"1"' })).status).toBe(200);
    expect((await north.delete("/v1/participants/r2", { "If-Match": '"1"' })).status).toBe(412);
    expect((await north.put("/v1/participants/new", participant("new"), { "If-Match": "*" })).status).toBe(
      412,
    );
    expect((await north.delete("/v1/participants/r2", { "If-Match": '"2"' })).status).toBe(204);
  });

  it("let one of many writers with the same If-Match win", async () => {
    await north.put("/v1/vacancies/race", vacancy("race"));
    const tries = Array.from({ length: 8 }, (_, index) =>
      north.patch("/v1/vacancies/race", { seats: index + 2 }, { "If-Match": '"1"' }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
  });

  it("mask personal data before it is stored, and say so", async () => {
    const text = "Ring mig på 070-123 45 67.";
    const created = await north.put("/v1/participants/r3", participant("r3", { about: text }));
    expect(created.body.masked).toEqual([{ field: "about", kind: "telephone", count: 1 }]);
    expect((await north.get("/v1/participants/r3")).body.about).toBe("Ring mig på [telefon].");
  });

  it("belong to a unit that others see nothing of", async () => {
    await north.put("/v1/participants/r4", participant("r4"));
    for (const answer of [
      await south.get("/v1/participants/r4"),
      await south.delete("/v1/participants/r4"),
      await south.patch("/v1/participants/r4", { skills: [] }),
      await south.put("/v1/participants/r4", participant("r4", { unit: "south", version: 9 })),
      await south.get("/v1/participants/r4/vacancies"),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, "unknownParticipant"]);
    const foreign = await south.put("/v1/participants/r5", participant("r5", { unit: "north" }));
    expect([foreign.status, foreign.body.code]).toEqual([403, "forbidden"]);
    expect((await south.get("/v1/participants?unit=north")).body.items).toEqual([]);
    expect((await north.get("/v1/participants/r4")).status).toBe(200);
  });

  it("come as pages that hold each of them once", async () => {
    const ids = ["page-a", "page-B", "page-b", "page-c", "page-å".replace("å", "z")];
    await north.bulk(
      "/v1/participants:bulk",
      ids.map((id) => participant(id)),
    );
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query: string = cursor === "" ? "?limit=2" : `?limit=2&cursor=${cursor}`;
      const { body } = await north.get(`/v1/participants${query}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(ids));
    expect((await north.get("/v1/vacancies?cursor=WyJwYXJ0aWNpcGFudHMiLCJhIl0")).body.code).toBe(
      "invalidCursor",
    );
  });

  it("name every field that is wrong, in Swedish unless English is preferred", async () => {
    const wrong = {
      id: "r6",
      unit: "north",
      version: "one",
      age: 40,
      languages: [{ language: "sv", level: "B9" }],
    };
    const swedish = await north.put("/v1/participants/r6", wrong);
    expect(swedish.status).toBe(400);
    expect(swedish.body).toMatchObject({ code: "invalidRequest", title: "Frågan går inte att förstå" });
    const fields = swedish.body.problems.map(({ field, code }: { field: string; code: string }) => [
      field,
      code,
    ]);
    expect(fields).toEqual(
      expect.arrayContaining([
        ["version", "invalidNumber"],
        ["age", "unknownField"],
        ["languages.0.level", "invalidField"],
      ]),
    );
    const english = await north.put("/v1/participants/r6", wrong, { "Accept-Language": "en" });
    expect(english.body.title).toBe("The request cannot be understood");
    expect((await north.put("/v1/participants/other", participant("r6"))).body.problems[0].field).toBe("id");
  });
});
