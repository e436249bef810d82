import { describe, expect, it } from "vitest";
import { type Audience, renderAssessment } from "../src/index.ts";
import { matcherWith, person, place } from "./matcher-with.ts";

const date = "2026-11-23";
const audiences: readonly Audience[] = ["caseWorker", "employer", "participant"];

/** A profile with one planted word in every place that an employer must not learn about. */
const participant = person("p", {
  about: "plantedabout",
  wishes: [{ text: "plantedwish" }],
  experiences: [
    { occupation: "undersköterska", description: "plantedwork", months: 24, lastYear: 2025 },
    { occupation: "undersköterska plantedgap", months: 40, lastYear: 2024 },
  ],
  skills: ["plantedskill"],
  education: ["plantededucation"],
  eligibility: [{ placementType: "new-start-job", until: "2026-12-31" }],
  availability: {
    weekly: [{ day: "mon", from: "08:00", to: "17:00" }],
    commitments: [{ kind: "sfi", windows: [{ day: "mon", from: "08:00", to: "12:00" }] }],
  },
});
const vacancy = place("v", {
  placementType: "new-start-job",
  drivingLicences: [{ anyOf: ["B"], source: "recognised", evidence: "B-körkort krävs." }],
  schedule: { kind: "fixed", shifts: [{ day: "mon", from: "09:00", to: "16:00" }] },
});

async function textFor(audience: Audience, language: "sv" | "en" = "sv"): Promise<string> {
  const matcher = await matcherWith([participant], [vacancy]);
  return renderAssessment(matcher.explain("p", "v", { date }), { audience, language }).join("\n");
}

describe("an assessment in words", () => {
  it("tells the case worker everything, with the sentence that was read in the ad", async () => {
    const text = await textFor("caseWorker");
    expect(text).toMatch(/^Matchning: \d+ %/);
    expect(text).toContain("Erfarenhet");
    expect(text).toContain("undersköterska");
    expect(text).toContain('läst i annonsen: "B-körkort krävs."');
    expect(text).toContain("nystartsjobb");
    expect(text).toContain("Fråga: Har personen B-körkort?");
    expect(text).toContain("krockar med SFI");
  });

  it.each(["sv", "en"] as const)(
    "tells the employer no wish, benefit, eligibility or commitment (%s)",
    async (language) => {
      const text = await textFor("employer", language);
      expect(text).not.toMatch(
        /planted|nystart|new start|sfi|svenska för invandrare|beslut|decision|behörig|eligib/i,
      );
      expect(text).toMatch(language === "sv" ? /Körkort/ : /Driving licence/);
    },
  );

  it("tells the participant plain words without a score", async () => {
    const text = await textFor("participant");
    expect(text).not.toMatch(/Matchning|\+\d|personen/);
    expect(text).toContain("Vi vill fråga dig: Har du B-körkort?");
    expect(text).toContain("Det här kan du göra: Vara ledig på måndagar.");
    expect(text).not.toContain("Du är ledig");
  });

  it("never mixes languages", async () => {
    for (const audience of audiences) {
      expect(await textFor(audience, "en")).not.toMatch(/[åäö]kort|platsen|kräver|Fråga/);
      expect(await textFor(audience, "sv")).not.toMatch(/\b(the|asks for|licence|person's)\b/);
    }
  });

  it("shows a rule that it does not know to case workers only", async () => {
    const matcher = await matcherWith([participant], [vacancy]);
    const assessment = matcher.explain("p", "v", { date });
    const text = { sv: "hemligt krav", en: "secret demand" };
    const rules = [
      {
        rule: "secret",
        outcome: "fail" as const,
        evidence: { required: text, found: text, source: "stated" as const },
      },
    ];
    const render = (audience: Audience) =>
      renderAssessment({ ...assessment, rules }, { audience }).join("\n");
    expect(render("caseWorker")).toContain("hemligt krav");
    expect(render("employer")).not.toContain("hemligt krav");
    expect(render("participant")).not.toContain("hemligt krav");
  });

  it("tells of the moment when the list was made, however late it is read", async () => {
    const later = await matcherWith([participant], [vacancy]);
    const early = await matcherWith([participant], [vacancy]);
    const list = later.topCandidates("v", { date });
    const expected = JSON.stringify(early.topCandidates("v", { date }));
    await later.upsertParticipants([
      { ...participant, version: 2, drivingLicences: ["B"], experiences: [], availability: { weekly: [] } },
    ]);
    later.removeParticipants(["p"]);
    expect(JSON.stringify(list)).toBe(expected);
    expect(structuredClone(list)).toEqual(list);
  });
});
