import {
  fourPlusOne,
  jobCorner,
  oneHouse,
  type Scenario,
  studyShare,
  workLadder,
} from "@jobbmatch/test-data";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ApiClient, type ApiUnderTest, startApiUnderTest } from "../http/api-under-test.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";

const date = "2026-11-23";

interface Ranked {
  readonly participant: string;
  readonly vacancy: string;
}

describeInEveryMode("five municipal practices over HTTP", (servers) => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApiUnderTest(servers().config);
  });
  afterAll(() => api.close());

  /** Each practice is a unit of its own, whose people and places nobody else sees. */
  async function unitOf({ id, participants, vacancies }: Scenario): Promise<ApiClient> {
    const client = await api.clientOf("app", [id]);
    const people = await client.bulk(
      "/v1/participants:bulk",
      participants.map((each) => ({ ...each, unit: id })),
    );
    const places = await client.bulk(
      "/v1/vacancies:bulk",
      vacancies.map((each) => ({ ...each, units: [id] })),
    );
    expect([...people, ...places].filter(({ outcome }) => outcome !== "stored")).toEqual([]);
    const { headers } = await client.patch(`/v1/participants/${participants[0]?.id}`, { about: "Klar." });
    const after = { "Jobbmatch-After": String(headers["jobbmatch-position"]) };
    expect((await client.get(`/v1/vacancies/${vacancies[0]?.id}/candidates`, after)).status).toBe(200);
    return client;
  }

  it("subsidised jobs with a day of training: the wish counts, Fridays are kept, the consultant calls", async () => {
    const client = await unitOf(fourPlusOne);
    const list = await client.get(`/v1/vacancies/v-care-home/candidates?date=${date}`);
    expect(list.body.candidates.map(({ participant }: Ranked) => participant)).toEqual([
      "p-wants-care",
      "p-wants-warehouse",
    ]);
    const pair = { participant: "p-wants-care", vacancy: "v-care-home" };
    const decide = (state: string, day: string) =>
      client.post("/v1/decisions", { ...pair, state, date: day });
    expect((await decide("placed", "2026-12-07")).body).toMatchObject({
      code: "invalidTransition",
      problems: [{ field: "state" }],
    });
    for (const [state, day] of [
      ["proposed", date],
      ["interview", "2026-11-27"],
      ["placed", "2026-12-07"],
    ] as const)
      expect((await decide(state, day)).status).toBe(201);
    expect((await decide("followUp", "2026-12-01")).body.code).toBe("invalidDate");
    const due = async (day: string) => (await client.get(`/v1/follow-ups?date=${day}`)).body.items;
    expect(await due("2027-01-06")).toEqual([]);
    expect(await due("2027-01-09")).toEqual([
      { ...pair, unit: "four-plus-one", due: "2027-01-07", daysLate: 2 },
    ]);
    await decide("followUp", "2027-01-10");
    expect(await due("2027-01-31")).toEqual([]);
    const ended = await client.post("/v1/decisions", {
      ...pair,
      state: "ended",
      reason: "studies",
      date: "2027-06-10",
    });
    expect(ended.status).toBe(201);
    const results = await client.get("/v1/results");
    expect(results.body.months.map(({ month }: { month: string }) => month)).toEqual([
      "2026-11",
      "2026-12",
      "2027-01",
      "2027-06",
    ]);
    expect(results.body.months[3]).toMatchObject({ selfSupporting: 1 });
    expect(results.body.placementTypes[0]).toMatchObject({
      placementType: "municipal-job",
      placed: 1,
      ongoing: 0,
    });
  });

  it("municipal jobs with a quarter of study: scarce seats are shared, and everybody is told why", async () => {
    const client = await unitOf(studyShare);
    const proposal = await client.post("/v1/assignments", {
      date,
      supervisorCapacity: { Parks: 1 },
      floorWeeks: 100,
    });
    expect(proposal.status).toBe(200);
    expect(proposal.body.proposals).toHaveLength(2);
    expect(proposal.body.emptySeats).toMatchObject([
      { vacancy: "v-parks", reason: "supervisorsFull", fitting: 7 },
    ]);
    expect(proposal.body.optimality).toMatchObject({ method: "exact", gap: 0 });
    expect(proposal.body.floor).toMatchObject({ weeks: 100, proposed: 2, isKept: false });
    const again = await client.post("/v1/assignments", {
      date,
      supervisorCapacity: { Parks: 1 },
      previous: proposal.body.proposals.map(({ participant, vacancy }: Ranked) => ({ participant, vacancy })),
    });
    expect(again.body.proposals.every(({ isUnchanged }: { isUnchanged: boolean }) => isUnchanged)).toBe(true);
    const deadlines = await client.get(`/v1/deadlines?date=${date}&days=30`);
    expect(deadlines.body.items).toMatchObject([{ participant: "p-decision-runs-out", daysLeft: 17 }]);
    const note = await client.get("/v1/explanations/p-studies-10-hours/v-property?audience=employer");
    expect(note.body.supportNote.join(" ")).toContain("25 procent av tiden är studier");
    expect(JSON.stringify(note.body)).not.toMatch(/sfi|beslut|municipal-job/i);
  });

  it("a job corner: which workplaces to call first, and plain words", async () => {
    const client = await unitOf(jobCorner);
    const hunt = await client.get(`/v1/hunt-list?date=${date}&smallest=2&goodScore=0.5`);
    expect(hunt.status).toBe(200);
    const kinds = hunt.body.kinds.map((kind: { occupation: { ssyk: string }; serves: number }) => [
      kind.occupation.ssyk,
      kind.serves,
    ]);
    expect(kinds[0]).toEqual(["9111", 4]);
    const plain = await client.get("/v1/explanations/p-cook-1/v-kitchen-internship?audience=participant");
    expect(plain.body.lines).toContain("Varför: Du har gjort liknande jobb förut.");
    expect(plain.body.assessment).toBeUndefined();
  });

  it("one house: what opens how many places, and education beside jobs", async () => {
    const client = await unitOf(oneHouse);
    const unlocks = await client.get(`/v1/participants/p-nearly-there/unlocks?date=${date}`);
    expect(unlocks.body.open).toBe(1);
    const singles = unlocks.body.singles.map((each: { changes: { id: string }[]; matches: number }) => [
      each.changes[0]?.id,
      each.matches,
    ]);
    expect(new Map(singles)).toEqual(
      new Map([
        ["drivingLicence:B", 3],
        ["language:sv:B1", 2],
      ]),
    );
    expect(unlocks.body.pairs[0]).toMatchObject({ matches: 7 });
    const eased = await client.get(`/v1/vacancies/v-licence-1/unlocks?date=${date}`);
    expect(eased.body.singles[0]).toMatchObject({ matches: 1 });
    const open = await client.get(`/v1/participants/p-nearly-there/vacancies?date=${date}`);
    expect(open.body.vacancies.map(({ vacancy }: Ranked) => vacancy)).toEqual(["v-education"]);
  });

  it("the work ladder: the next step, its gap, and no step down in silence", async () => {
    const client = await unitOf(workLadder);
    const ladder = await client.get(`/v1/participants/p-in-work-training/ladder?date=${date}`);
    expect(ladder.body).toMatchObject({
      current: 1,
      next: { step: 2, open: 2, best: { vacancy: "v-internship" } },
    });
    const later = await client.get(`/v1/participants/p-in-subsidised-job/ladder?date=${date}`);
    expect(later.body.next.gap).toMatchObject([{ text: { sv: "Ta B-körkort" }, vacancies: 1 }]);
    const down = await client.get("/v1/explanations/p-in-subsidised-job/v-internship?audience=participant");
    expect(down.body.lines.join("\n")).toContain("ett steg tillbaka");
    const types = await client.get("/v1/placement-types");
    expect(types.body["extra-service"].periods.at(-1)).toMatchObject({ from: "2022-01-01", open: false });
  });

  it("is never answered about people of another unit", async () => {
    const other = await api.clientOf("matcher", ["somebody-else"]);
    for (const address of [
      "/v1/participants/p-wants-care/unlocks",
      "/v1/participants/p-wants-care/ladder",
      "/v1/participants/p-wants-care/questions",
      "/v1/vacancies/v-care-home/unlocks",
      "/v1/vacancies/v-care-home/questions",
    ])
      expect([address, (await other.get(address)).status]).toEqual([address, 404]);
    for (const address of ["/v1/placements", "/v1/follow-ups", "/v1/deadlines", "/v1/questions"])
      expect((await other.get(address)).body.items).toEqual([]);
    const proposal = await other.post("/v1/assignments", { date });
    expect([proposal.body.proposals, proposal.body.unplaced]).toEqual([[], []]);
    expect((await other.get("/v1/hunt-list")).body.total).toBe(0);
  });
});
