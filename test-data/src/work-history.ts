import type { Experience } from "@jobbmatch/shared";
import { yearOf } from "./dates.ts";
import { weighted, wholeLogNormal } from "./distributions.ts";
import type { Speaker } from "./languages.ts";
import { misspelled } from "./misspelling.ts";
import { type Occupation, occupations } from "./occupations/index.ts";
import type { Random } from "./random.ts";
import { experienceDescription } from "./texts/experience-phrases.ts";
import { capitalised } from "./texts/sentence.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** Work that the person has really done, whether or not the profile says so in full. */
export interface PastWork {
  readonly occupation: Occupation;
  readonly abroad: boolean;
  readonly months: number;
  readonly lastYear: number;
}

const occupationAbroad = weighted(occupations.map((each) => [each, each.abroad ?? 1]));
const occupationInSweden = weighted(occupations.map((each) => [each, each.sweden ?? 1]));
const daysPerMonth = 30.44;

/** Whole months since the last work of any kind: half have more than three years, one in ten more than eleven. */
export function drawMonthsWithoutWork(random: Random): number {
  return wholeLogNormal(random, { median: 38, sigma: 1, min: 1, max: 360 });
}

/** Draws what the person has done, newest first; about one in six has never had work. */
export function drawPastWork(
  random: Random,
  speaker: Speaker,
  { today, monthsWithoutWork }: { today: number; monthsWithoutWork: number },
): PastWork[] {
  if (random.chance(0.12)) return [];
  const lastDay = Math.floor(today - monthsWithoutWork * daysPerMonth);
  return speaker.bornInSweden ? workHere(random, lastDay) : workBothPlaces(random, lastDay);
}

function workHere(random: Random, lastDay: number): PastWork[] {
  return inOrder(random, lastDay, random.integer(1, 3), () => ({
    occupation: occupationInSweden(random),
    abroad: false,
    months: wholeLogNormal(random, { median: 16, sigma: 1, min: 1, max: 360 }),
  }));
}

function workBothPlaces(random: Random, lastDay: number): PastWork[] {
  const here = inOrder(random, lastDay, random.chance(0.48) ? random.integer(1, 2) : 0, () => ({
    occupation: occupationInSweden(random),
    abroad: false,
    // Work here is mostly internships and short employments.
    months: wholeLogNormal(random, { median: 6, sigma: 0.8, min: 1, max: 120 }),
  }));
  // The move lies between the work abroad and the work here.
  const move = here.length === 0 ? 0 : random.integer(400, 2500);
  const main = occupationAbroad(random);
  const before = inOrder(random, lastDay - move, random.chance(0.85) ? random.integer(1, 2) : 0, () => ({
    occupation: random.chance(0.75) ? main : occupationAbroad(random),
    abroad: true,
    months: wholeLogNormal(random, { median: 50, sigma: 0.9, min: 2, max: 420 }),
  }));
  return [...here, ...before];
}

function inOrder(
  random: Random,
  lastDay: number,
  count: number,
  draw: () => Omit<PastWork, "lastYear">,
): PastWork[] {
  let end = lastDay;
  const works: PastWork[] = [];
  for (let index = 0; index < count; index++) {
    const { occupation, abroad, months } = draw();
    const work = { occupation, abroad, months, lastYear: Math.max(1960, yearOf(end)) };
    const isRepeated = works.some((earlier) => earlier.occupation === occupation);
    if (!isRepeated) works.push(work);
    end -= Math.floor(months * daysPerMonth) + random.integer(0, 700);
  }
  return works;
}

/** The work as the profile tells it, with what nobody has asked about left out. */
export function experienceOf(random: Random, work: PastWork, speaker: Speaker): Experience {
  return withoutUndefined({
    occupation: occupationText(random, work, speaker),
    ssyk: random.sometimes(0.62, () => work.occupation.ssyk),
    description: random.sometimes(0.58, () => experienceDescription(random, work, speaker.stage)),
    months: random.sometimes(0.74, () => work.months),
    lastYear: random.sometimes(0.72, () => work.lastYear),
  });
}

function occupationText(random: Random, { occupation, abroad }: PastWork, speaker: Speaker): string {
  const title = titleOf(random, occupation, { foreign: abroad, beginner: speaker.stage === "beginner" });
  return random.chance(0.7) ? capitalised(title) : title;
}

/** An occupation as people write it: in Swedish, with an everyday or foreign name, or misspelled. */
export function titleOf(
  random: Random,
  { title, otherTitles = [], foreignTitles = [] }: Occupation,
  { foreign, beginner }: { foreign: boolean; beginner: boolean },
): string {
  if (foreign && foreignTitles.length > 0 && random.chance(beginner ? 0.38 : 0.22)) {
    return random.pick(foreignTitles);
  }
  if (otherTitles.length > 0 && random.chance(0.24)) return random.pick(otherTitles);
  return random.chance(beginner ? 0.08 : 0.03) ? misspelled(random, title) : title;
}
