import {
  eligibilityDeadlines,
  parseParticipant,
  parsePlacementTypes,
  placementTypes,
} from "@jobbmatch/shared";
import { studyShare } from "@jobbmatch/test-data";
import { beforeAll, describe, expect, it } from "vitest";
import { type Matcher, supportNote } from "../../src/index.ts";
import { matcherWith } from "../matcher-with.ts";

const { date, participants, vacancies } = studyShare;

describe(studyShare.practice, () => {
  let matcher: Matcher;

  beforeAll(async () => {
    matcher = await matcherWith(participants, vacancies);
  });

  it("lets ten hours of SFI be part of a job of forty, and not eleven", () => {
    const outcome = (participant: string) =>
      matcher.explain(participant, "v-property", { date }).rules.find(({ rule }) => rule === "schedule")
        ?.outcome;
    expect(outcome("p-studies-10-hours")).toBe("pass");
    expect(outcome("p-studies-11-hours")).toBe("fail");
    const list = matcher.topCandidates("v-property", { date, nearMisses: 20 });
    const ids = list.candidates.map(({ participant }) => participant);
    expect(ids).toHaveLength(7);
    expect(ids).toContain("p-studies-10-hours");
    const missed = new Map(list.nearMisses.map(({ participant, remedies }) => [participant, remedies]));
    expect(missed.get("p-no-decision")?.map(({ id }) => id)).toEqual(["eligibility:municipal-job"]);
    expect(missed.has("p-studies-11-hours")).toBe(true);
  });

  it("takes the municipality's own rules for its jobs, from the day on which they hold", async () => {
    const before = placementTypes["municipal-job"].periods.map((period) => ({
      ...period,
      until: "2026-11-30",
    }));
    const parsed = parsePlacementTypes({
      "municipal-job": {
        ...placementTypes["municipal-job"],
        periods: [
          ...before,
          { from: "2026-12-01", open: true, requiresEligibility: false, maximumStudyShare: 0.3 },
        ],
      },
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const places = vacancies.map((vacancy) => ({ ...vacancy, studyShare: 0.3 }));
    const own = await matcherWith(participants, places, { placementTypes: parsed.value });
    const ids = own.topCandidates("v-property", { date }).candidates.map(({ participant }) => participant);
    expect(ids).toContain("p-studies-11-hours");
    expect(ids).toContain("p-no-decision");
    for await (const list of own.rematch({ date }, { threads: 2 }))
      expect(list.candidates.map(({ participant }) => participant)).toContain("p-studies-11-hours");
  });

  it("shares scarce seats and a workplace's supervision, and tells everybody else why", async () => {
    const { proposals, unplaced, emptySeats } = await matcher.proposeAssignment({
      date,
      supervisorCapacity: { Parks: 1 },
    });
    expect(proposals).toHaveLength(2);
    expect(proposals.map(({ vacancy }) => vacancy).sort()).toEqual(["v-parks", "v-property"]);
    expect(emptySeats).toEqual([{ vacancy: "v-parks", seats: 1, reason: "supervisorsFull", fitting: 7 }]);
    const reasons = new Map(unplaced.map(({ participant, reason }) => [participant, reason]));
    expect(reasons.get("p-no-decision")).toBe("noPlaceFits");
    expect([...reasons.values()].filter((reason) => reason === "outbid")).toHaveLength(5);
  });

  it("gives the workplace a note on how to support the person, without a word of benefits or decisions", () => {
    const assessment = matcher.explain("p-studies-10-hours", "v-property", { date });
    const vacancy = vacancies.find(({ id }) => id === "v-property");
    const note = supportNote(assessment, { studyShare: vacancy?.studyShare });
    expect(note).toContain("25 procent av tiden är studier. Lägg schemat så att den tiden är fri.");
    expect(note.join(" ")).toContain("handledare");
    expect(note.join(" ")).not.toMatch(/sfi|beslut|bidrag|stöd från|försörjning|ekonomiskt/i);
  });

  it("puts those first whose decision runs out before it is too late", () => {
    const people = participants.map((input) => {
      const parsed = parseParticipant(input);
      if (!parsed.ok) throw new Error("not a participant");
      return parsed.value;
    });
    expect(eligibilityDeadlines(people, { date, days: 30 })).toEqual([
      {
        participant: "p-decision-runs-out",
        unit: "boras",
        placementType: "municipal-job",
        until: "2026-12-10",
        daysLeft: 17,
      },
    ]);
  });
});
