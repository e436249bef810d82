import type { Participant } from "@jobbmatch/shared";
import { expect, it } from "vitest";
import { distanceDimensions } from "../../src/fairness/distance-to-work.ts";

const date = "2026-11-23";
type Dimension = (typeof distanceDimensions)[number]["id"];

function groupOf(dimension: Dimension, profile: Partial<Participant>): string | undefined {
  const person = { id: "p1", unit: "north", version: 1, ...profile };
  return distanceDimensions.find(({ id }) => id === dimension)?.groupOf(person, date);
}

it.each<[Dimension, Partial<Participant>, string]>([
  ["yearsSinceWork", {}, "unknown"],
  ["yearsSinceWork", { experiences: [] }, "never"],
  ["yearsSinceWork", { experiences: [{ occupation: "kock" }] }, "unknown"],
  ["yearsSinceWork", { experiences: [{ occupation: "kock", lastYear: 2026 }] }, "00"],
  [
    "yearsSinceWork",
    {
      experiences: [
        { occupation: "kock", lastYear: 2010 },
        { occupation: "vaktmästare", lastYear: 2022 },
      ],
    },
    "03-05",
  ],
  ["yearsSinceWork", { experiences: [{ occupation: "kock", lastYear: 2016 }] }, "10+"],
  ["monthsRegistered", {}, "unknown"],
  ["monthsRegistered", { registeredSince: "2026-10-01" }, "00-05"],
  ["monthsRegistered", { registeredSince: "2027-01-01" }, "00-05"],
  ["monthsRegistered", { registeredSince: "2024-06-01" }, "24-47"],
  ["monthsRegistered", { registeredSince: "2020-06-01" }, "48+"],
  ["sfiStep", {}, "unknown"],
  ["sfiStep", { languages: [{ language: "ar", level: "native" }] }, "unknown"],
  ["sfiStep", { languages: [{ language: "sv", sfi: { course: "C", status: "attending" } }] }, "SFI C"],
  ["sfiStep", { languages: [{ language: "sv", level: "A2" }] }, "A0-A2"],
  ["sfiStep", { languages: [{ language: "sv", level: "native" }] }, "B1+"],
  ["ladderStep", {}, "unknown"],
  ["ladderStep", { eligibility: [] }, "none"],
  [
    "ladderStep",
    {
      eligibility: [
        { placementType: "municipal-job" },
        { placementType: "work-training", until: "2026-11-22" },
      ],
    },
    "step 3",
  ],
  [
    "ladderStep",
    {
      eligibility: [
        { placementType: "municipal-job" },
        { placementType: "work-training", until: "2026-11-23" },
      ],
    },
    "step 1",
  ],
])("%s of %j is %s", (dimension, profile, group) => {
  expect(groupOf(dimension, profile)).toBe(group);
});
