import type { PlacementTypeId, VacancyInput } from "@jobbmatch/shared";
import { isoDateOf } from "./dates.ts";
import { weighted, wholeLogNormal } from "./distributions.ts";
import type { Occupation } from "./occupations/index.ts";
import type { Random } from "./random.ts";
import { withoutUndefined } from "./without-undefined.ts";
import type { Workplace } from "./workplaces/index.ts";

const municipalType = weighted<PlacementTypeId>([
  ["municipal-job", 36],
  ["ordinary", 24],
  ["internship", 13],
  ["work-training", 13],
  ["introductory-job", 7],
  ["development-employment", 5],
  ["new-start-job", 4],
  ["apprenticeship", 1],
  ["extra-service", 1],
]);

const privateType = weighted<PlacementTypeId>([
  ["ordinary", 44],
  ["new-start-job", 22],
  ["internship", 14],
  ["introductory-job", 11],
  ["work-training", 6],
  ["apprenticeship", 3],
]);

/** Draws the type of a place. An occupation with registration is only ever an ordinary job. */
export function drawType(random: Random, workplace: Workplace, occupation: Occupation): PlacementTypeId {
  if (workplace.pattern === "study") return "education";
  if (/^2[23]/.test(occupation.ssyk)) return "ordinary";
  return workplace.municipal ? municipalType(random) : privateType(random);
}

const studyShareOfMunicipalJob = weighted([
  [undefined, 36],
  [0.2, 42],
  [0.25, 14],
  [0.1, 8],
]);

/** Draws the part of a place's hours that is study: 0.2 is four days of work and one of training ("4+1"). */
export function drawStudyShare(random: Random, type: PlacementTypeId): number | undefined {
  if (type === "municipal-job") return studyShareOfMunicipalJob(random);
  return type === "introductory-job" ? random.sometimes(0.25, () => 0.2) : undefined;
}

const seatCount = weighted([
  [1, 58],
  [2, 20],
  [3, 9],
  [4, 6],
  [5, 4],
  [6, 3],
] as const);

type Seating = Pick<VacancyInput, "seats" | "seatsTaken" | "status">;

/** Draws seats and status. Most places are open; a few are filled or withdrawn. */
export function drawSeating(random: Random, type: PlacementTypeId): Seating {
  const seats = type === "education" ? random.integer(2, 6) : seatCount(random);
  // No new decisions are taken on extra service jobs.
  if (type === "extra-service" || random.chance(0.03)) return { seats, status: "withdrawn" };
  if (random.chance(0.04)) return { seats, seatsTaken: seats, status: "filled" };
  return withoutUndefined({
    seats,
    seatsTaken: seats > 1 ? random.sometimes(0.35, () => random.integer(1, seats - 1)) : undefined,
  });
}

type Dates = Pick<VacancyInput, "start" | "end" | "publishedAt" | "deadline">;

/** Draws a place's dates: published some weeks ago, to be applied for within weeks, starting after that. */
export function drawDates(random: Random, type: PlacementTypeId, today: number): Dates {
  const published = today - wholeLogNormal(random, { median: 18, sigma: 0.9, min: 0, max: 240 });
  const deadline = today + random.integer(-3, 45);
  const start = today + random.integer(5, 90);
  return withoutUndefined({
    start: random.sometimes(0.82, () => isoDateOf(start)),
    end: random.sometimes(type === "ordinary" ? 0.2 : 0.75, () => isoDateOf(start + random.integer(80, 400))),
    publishedAt: isoDateOf(published),
    deadline: random.sometimes(0.7, () => isoDateOf(Math.max(published, deadline))),
  });
}
