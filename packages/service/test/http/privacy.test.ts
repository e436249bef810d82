import type { ParticipantInput } from "@jobbmatch/shared";
import { afterAll, beforeAll, expect, it } from "vitest";
import { queueNames } from "../../src/queue/job-data.ts";
import { untilFollowed } from "../rematching/until-followed.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { type ApiClient, type ApiUnderTest, startApiUnderTest } from "./api-under-test.ts";
import { participant, vacancy } from "./people.ts";

const marker = "MARKÖR77";

/** Somebody with the marker in every field that takes running text. */
function marked(id: string, fields: Partial<ParticipantInput> = {}): ParticipantInput {
  return participant(id, {
    experiences: [{ occupation: `undersköterska ${marker}`, description: `Arbetat ${marker}`, months: 24 }],
    wishes: [{ text: `vården ${marker}` }],
    skills: [`dokumentation ${marker}`],
    education: [`gymnasium ${marker}`],
    about: `Om mig ${marker}`,
    ...fields,
  });
}

/** Requests with the marker that must fail, each in another way. */
async function provokeErrors(client: ApiClient): Promise<readonly string[]> {
  const sent = [
    client.put("/v1/participants/m2", { ...marked("m2"), field: marker, home: marker, version: marker }),
    client.put("/v1/participants/m2", { ...marked("m2"), languages: [{ language: marker, level: marker }] }),
    client.put("/v1/participants/m2", { ...marked("m2"), about: `${marker}\uD800` }),
    client.put("/v1/participants/m2", { ...marked("m2"), skills: [`${marker}${"x".repeat(600)}`] }),
    client.put("/v1/participants/m2", `{"about": "${marker}`, { "Content-Type": "application/json" }),
    client.put("/v1/participants/m1", marked("m1", { version: 1, about: `annat ${marker}` })),
    client.patch("/v1/participants/m1", { drivingLicences: [marker], availability: { from: marker } }),
    client.post("/v1/decisions", { participant: "m1", vacancy: "v1", state: "declined", reason: marker }),
    client.post("/v1/match", { ad: { headline: "", description: { text: marker } } }),
    client.get("/v1/participants/m1", { "Jobbmatch-Reason": "MARK 77!" }),
  ];
  const answers = await Promise.all(sent);
  for (const { status } of answers) expect(status).toBeGreaterThanOrEqual(400);
  return answers.map(({ text }) => text);
}

describeInEveryMode("the words of a profile", (servers) => {
  let api: ApiUnderTest;
  let app: ApiClient;
  let errors: readonly string[];

  beforeAll(async () => {
    api = await startApiUnderTest(servers().config);
    app = await api.clientOf("app", null);
    await app.put("/v1/vacancies/v1", vacancy("v1"));
    expect((await app.put("/v1/participants/m1", marked("m1"))).status).toBe(201);
    await app.bulk("/v1/participants:bulk", [
      marked("m3"),
      `{"about":"${marker}"`,
      { ...marked("m4"), age: marker },
    ]);
    errors = await provokeErrors(app);
    await untilFollowed(api.service.database);
    const read = await app.get("/v1/vacancies/v1/candidates");
    expect(read.text).toContain(marker);
    await app.get("/v1/explanations/m1/v1");
    await app.post("/v1/decisions", { participant: "m1", vacancy: "v1", state: "proposed" });
  });
  afterAll(() => api.close());

  it("are nowhere in the log, the measurements or an error", async () => {
    const admin = await api.clientOf("admin", null);
    const { text: metrics } = await admin.get("/metrics");
    expect(api.logLines().length).toBeGreaterThan(10);
    for (const text of [...api.logLines(), metrics, ...errors]) expect(text).not.toContain(marker);
  });

  it("are nowhere in a job", async () => {
    for (const name of queueNames) {
      const jobs = await api.service.queues[name].getJobs();
      expect(
        JSON.stringify(jobs.map(({ data, failedReason, opts }) => ({ data, failedReason, opts }))),
      ).not.toContain(marker);
    }
  });

  it("are in the participant's own row and in no other table, those of the queue included", async () => {
    const { database } = api.service;
    const { rows: tables } = await database.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema IN ('public', 'bullmq') AND table_type = 'BASE TABLE'`,
    );
    const holding: string[] = [];
    for (const { name } of tables) {
      const { rows } = await database.query<{ found: boolean }>(
        `SELECT EXISTS (SELECT FROM ${name} AS t WHERE position($1 IN t::text) > 0) AS found`,
        [marker],
      );
      if (rows[0]?.found === true) holding.push(name);
    }
    expect(tables.length).toBeGreaterThan(15);
    expect(holding).toEqual(["public.participants"]);
  });
});
