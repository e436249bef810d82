import { describe, expect, it } from "vitest";
import { defineRule, type Embedder, Matcher } from "../src/index.ts";
import { matcherWith, person, place, shippedEmbedder } from "./matcher-with.ts";

const date = "2026-11-23";
const ids = (list: readonly { readonly participant: string }[]) => list.map(({ participant }) => participant);

const people = [
  person("care", { experiences: [{ occupation: "undersköterska", months: 48, lastYear: 2024 }] }),
  person("care-english", { experiences: [{ occupation: "nursing assistant", months: 48, lastYear: 2024 }] }),
  person("care-misspelled", { experiences: [{ occupation: "undersköteska", months: 48, lastYear: 2024 }] }),
  person("welder", { experiences: [{ occupation: "svetsare", months: 48, lastYear: 2024 }] }),
  person("tailor", { experiences: [{ occupation: "skräddare", months: 48, lastYear: 2024 }] }),
  person("driver", { experiences: [{ occupation: "lastbilsförare", months: 48, lastYear: 2024 }] }),
  person("baker", { experiences: [{ occupation: "bagare", months: 48, lastYear: 2024 }] }),
];

describe("care experience comes first for an assistant nurse", () => {
  it.each(["Undersköterska till äldreboende", "Assistant nurse", "Undersköteska sökes", "Underskötterska"])(
    "when the ad is titled %s",
    async (title) => {
      const matcher = await matcherWith(people, [place("v", { title })]);
      const { candidates } = matcher.topCandidates("v", { date });
      expect(ids(candidates.slice(0, 3)).sort()).toEqual(["care", "care-english", "care-misspelled"]);
    },
  );
});

describe("a place that demands a B licence", () => {
  const drivers = [
    person("with", { drivingLicences: ["C"] }),
    person("without", { drivingLicences: [] }),
    person("unknown"),
  ];
  const licensed = place("v", { drivingLicences: [{ anyOf: ["B"] }] });

  it("lists who holds one, asks who might, and names who nearly fits", async () => {
    const matcher = await matcherWith(drivers, [licensed]);
    const { candidates, nearMisses, funnel, openAnswers } = matcher.topCandidates("v", { date });
    expect(ids(candidates).sort()).toEqual(["unknown", "with"]);
    expect(candidates.find(({ participant }) => participant === "unknown")?.questions).toMatchObject([
      { id: "drivingLicence:B", text: { sv: "Har personen B-körkort?" } },
    ]);
    expect(ids(nearMisses)).toEqual(["without"]);
    expect(nearMisses[0]?.remedies[0]?.text.sv).toBe("Ta B-körkort");
    const step = funnel.steps.find(({ rule }) => rule === "drivingLicence");
    expect(step).toMatchObject({ pass: 1, unknown: 1, fail: 1, remaining: 2 });
    expect(openAnswers).toContainEqual({ rule: "drivingLicence", unknown: 1, settles: 1 });
  });

  it("leaves out the unknown only on request", async () => {
    const matcher = await matcherWith(drivers, [licensed]);
    const { candidates, nearMisses } = matcher.topCandidates("v", { date, unknown: "exclude" });
    expect(ids(candidates)).toEqual(["with"]);
    expect(ids(nearMisses).sort()).toEqual(["unknown", "without"]);
  });
});

describe("the unit is a border", () => {
  it("hides people of other units everywhere", async () => {
    const both = [person("mine"), person("theirs", { unit: "south", drivingLicences: [] })];
    const matcher = await matcherWith(both, [place("v", { drivingLicences: [{ anyOf: ["B"] }] })]);
    const request = { date, units: ["north"] };
    const list = matcher.topCandidates("v", request);
    expect(list.funnel.total).toBe(1);
    expect(JSON.stringify(list)).not.toContain("theirs");
    expect(() => matcher.topVacancies("theirs", request)).toThrow("there is no such participant");
    expect(() => matcher.explain("theirs", "v", request)).toThrow("there is no such participant");
  });
});

describe("records come and go", () => {
  it("shows an upsert to the next query and forgets what is removed", async () => {
    const matcher = await matcherWith(people, [place("v")]);
    await matcher.upsertParticipants([
      person("welder", {
        version: 2,
        experiences: [{ occupation: "undersköterska", months: 200, lastYear: 2026 }],
      }),
    ]);
    expect(matcher.topCandidates("v", { date }).candidates[0]?.participant).toBe("welder");
    expect(matcher.removeParticipants(["welder", "nobody"])).toBe(1);
    expect(ids(matcher.topCandidates("v", { date }).candidates)).not.toContain("welder");
    expect(matcher.removeVacancies(["v"])).toBe(1);
    expect(() => matcher.topCandidates("v")).toThrow("there is no such vacancy");
  });

  it("tells a stale version, a conflict and a duplicate apart", async () => {
    const matcher = await matcherWith([person("p", { version: 5, skills: ["städning"] })], []);
    const report = await matcher.upsertParticipants([
      person("p", { version: 4 }),
      person("p", { version: 5 }),
      person("p", { version: 5, skills: ["städning"] }),
      person("q", { version: 1 }),
      person("q", { version: 1, skills: ["bakning"] }),
    ]);
    expect(report).toMatchObject({ read: 5, accepted: 1, unchanged: 1 });
    expect(report.problems.map(({ code, id }) => [code, id])).toEqual([
      ["staleVersion", "p"],
      ["versionConflict", "p"],
      ["duplicateId", "q"],
    ]);
  });

  it("masks personal data before it is embedded, and reports it", async () => {
    const matcher = await matcherWith([], []);
    const report = await matcher.upsertParticipants([person("p", { about: "Mejla mig: a.b@example.org" })]);
    expect(report.masked).toEqual([{ id: "p", fields: [{ field: "about", kind: "email", count: 1 }] }]);
    await matcher.upsertVacancies([place("v")]);
    expect(JSON.stringify(matcher.topCandidates("v", { date }))).not.toContain("example.org");
  });

  it("reports a bad record with id and field, never its text, and stores the rest", async () => {
    const matcher = await matcherWith([], []);
    const secret = "hemlig uppgift";
    const bad: unknown[] = [
      { ...person("a"), hobby: secret },
      { ...person("b"), languages: [{ language: "sv", level: secret }] },
      { ...person("c"), availability: { from: "2026-02-30" } },
      { ...person("d"), commute: { maxKm: Number.NaN } },
      { ...person("e"), about: "" },
      { ...person("f"), about: "x".repeat(10_000_000) },
      { ...person("g"), about: "bro\uFFFDken" },
      secret,
      null,
    ];
    const report = await matcher.upsertParticipants([...bad, person("good")] as never[]);
    expect(report.accepted).toBe(1);
    expect(report.problems.map(({ id, field, code }) => [id, field, code])).toEqual([
      ["a", "hobby", "unknownField"],
      ["b", "languages.0.level", "invalidField"],
      ["c", "availability.from", "invalidDate"],
      ["d", "commute.maxKm", "invalidNumber"],
      ["e", "about", "emptyText"],
      ["f", "about", "textTooLong"],
      ["g", "about", "invalidEncoding"],
      [undefined, undefined, "invalidField"],
      [undefined, undefined, "invalidField"],
    ]);
    expect(JSON.stringify(report.problems)).not.toContain(secret);
  });

  it("stops when asked, keeping what is whole", async () => {
    const matcher = await matcherWith([], []);
    const controller = new AbortController();
    async function* endless() {
      for (let number = 0; ; number++) yield person(`p${number}`);
    }
    const upsert = matcher.upsertParticipants(endless(), {
      signal: controller.signal,
      onProgress: ({ read }) => read >= 1000 && controller.abort(),
    });
    await expect(upsert).rejects.toThrow("aborted");
    expect(matcher.participantCount % 256).toBe(0);
    expect(matcher.participantCount).toBeGreaterThanOrEqual(1000);
  });
});

describe("a caller's own parts", () => {
  const disclosure = { caseWorker: "full", employer: "hidden", participant: "full" } as const;
  const text = { sv: "x", en: "x" };
  const touchy = defineRule<boolean, true>({
    id: "touchy",
    name: text,
    disclosure,
    factOf: ({ about }) => {
      if (about === "boom") throw new Error("boom");
      return about !== undefined;
    },
    needOf: () => true,
    judge: (_need, fact) => (fact ? "pass" : "fail"),
    explain: () => ({ required: text, found: text, source: "stated" }),
  });

  it("applies a rule of its own and survives its failure", async () => {
    const matcher = await matcherWith([person("p", { about: "hej" }), person("q")], [place("v")], {
      rules: [touchy],
    });
    const report = await matcher.upsertParticipants([person("p", { version: 2, about: "boom" })]);
    expect(report.problems).toMatchObject([{ code: "invalidRule", id: "p" }]);
    expect(ids(matcher.topCandidates("v", { date }).candidates)).toEqual(["p"]);
  });

  it("refuses two rules with one id", async () => {
    const embedder = await shippedEmbedder();
    await expect(Matcher.create({ embedder, rules: [touchy, touchy] })).rejects.toMatchObject({
      code: "invalidRule",
    });
  });

  it("refuses vectors that are not finite or of the wrong length, and stores nothing", async () => {
    const broken = (vector: Float32Array): Embedder => ({
      modelId: "broken",
      dimensions: 3,
      embed: async (texts) => texts.map(() => vector),
    });
    for (const vector of [Float32Array.of(1, Number.NaN, 0), Float32Array.of(1, 0)]) {
      const matcher = await Matcher.create({ embedder: broken(vector) });
      const report = await matcher.upsertParticipants([person("p", { skills: ["städning"] })]);
      expect(report.problems).toMatchObject([{ code: "invalidVector", id: "p" }]);
      expect(matcher.participantCount).toBe(0);
    }
  });
});

describe("requests", () => {
  it.each([
    [{ limit: 0 }, "limit"],
    [{ limit: 1.5 }, "limit"],
    [{ weights: { similarity: -1 } }, "weights.similarity"],
    [{ weights: { charm: 1 } }, "weights.charm"],
    [{ date: "2026-13-01" }, "date"],
    [{ colour: "blue" }, "colour"],
  ])("refuses %j and names the field", async (request, field) => {
    const matcher = await matcherWith([], [place("v")]);
    expect(() => matcher.topCandidates("v", request as never)).toThrow(
      expect.objectContaining({ code: "invalidRequest", problems: [expect.objectContaining({ field })] }),
    );
  });

  it("matches a vacancy that is not stored, without storing it", async () => {
    const matcher = await matcherWith(people, []);
    const { candidates } = await matcher.match(place("v"), { date, limit: 3 });
    expect(candidates).toHaveLength(3);
    expect(matcher.vacancyCount).toBe(0);
    await expect(matcher.match({ ...place("v"), title: "" })).rejects.toMatchObject({ code: "emptyText" });
  });

  it("goes through every vacancy, and stops when asked", async () => {
    const matcher = await matcherWith(people, [place("v1"), place("v2"), place("v3")]);
    const seen: string[] = [];
    for await (const { vacancy } of matcher.rematch({ date })) seen.push(vacancy);
    expect(seen).toEqual(["v1", "v2", "v3"]);
    const aborted = matcher.rematch({ date }, { signal: AbortSignal.abort() });
    await expect(aborted.next()).rejects.toThrow("aborted");
  });
});
