import type { Participant } from "@jobbmatch/shared";
import { drawAbout } from "./about.ts";
import { drawAvailability } from "./availability.ts";
import { isoDateOf } from "./dates.ts";
import { weighted, wholeLogNormal, zipf } from "./distributions.ts";
import { drawSpeaker, type Speaker } from "./languages.ts";
import { drawPosition } from "./municipality.ts";
import type { Occupation } from "./occupations/index.ts";
import { drawCredentials, drawDrivingLicences, drawEligibility } from "./papers.ts";
import { Random } from "./random.ts";
import { type GenerateOptions, type Setting, settingOf } from "./setting.ts";
import { drawWishes, wishesOf } from "./wishes.ts";
import { withoutUndefined } from "./without-undefined.ts";
import { drawMonthsWithoutWork, drawPastWork, experienceOf, type PastWork } from "./work-history.ts";

const participantStream = 1;

/**
 * Generates participants one by one, in constant memory. Participant number i depends on the options and on i alone:
 * a smaller count gives the beginning of a larger one, and `first` lets several processes share the work. Records may
 * share parts, such as a timetable: treat them as read-only.
 *
 * @throws JobbmatchError `invalidRequest` if an option is wrong.
 * @example
 * [...generateParticipants({ seed: 1, count: 2 })].map(({ id }) => id); // ["p-000001", "p-000002"]
 */
export function generateParticipants(options: GenerateOptions): Generator<Participant, void, undefined> {
  // Checked here and not in the generator, so that a wrong option is told at once.
  return participantsOf(settingOf(options));
}

function* participantsOf(setting: Setting): Generator<Participant, void, undefined> {
  const unit = zipf(setting.units, 0.7);
  for (let index = setting.first; index < setting.end; index++) {
    const random = new Random(setting.seed, participantStream, index);
    const id = `p-${String(index + 1).padStart(6, "0")}`;
    const person = drawPerson(random, setting.today);
    yield withoutUndefined({
      id,
      unit: unit(random),
      version: random.integer(1, 5),
      ...backgroundOf(random, person),
      ...conditionsOf(random, person, setting),
    });
  }
}

/** What is true of the person, before it is decided how much of it the profile says. */
interface Person {
  readonly speaker: Speaker;
  readonly monthsWithoutWork: number;
  readonly pastWork: readonly PastWork[];
  readonly wishes: readonly Occupation[];
}

function drawPerson(random: Random, today: number): Person {
  const speaker = drawSpeaker(random);
  const monthsWithoutWork = drawMonthsWithoutWork(random);
  const pastWork = drawPastWork(random, speaker, { today, monthsWithoutWork });
  return { speaker, monthsWithoutWork, pastWork, wishes: drawWishes(random, pastWork) };
}

type Profile = Omit<Participant, "id" | "unit" | "version">;

function backgroundOf(random: Random, person: Person): Profile {
  const { speaker, pastWork, wishes } = person;
  return {
    experiences: random.sometimes(0.92, () => pastWork.map((work) => experienceOf(random, work, speaker))),
    wishes: random.sometimes(0.86, () => wishesOf(random, wishes, speaker)),
    skills: random.sometimes(0.72, () => skillsOf(random, pastWork)),
    education: random.sometimes(0.78, () => educationOf(random, person)),
    about: random.sometimes(0.62, () => drawAbout(random, person)),
    languages: speaker.languages === undefined ? undefined : [...speaker.languages],
  };
}

function conditionsOf(
  random: Random,
  { speaker, pastWork, monthsWithoutWork }: Person,
  setting: Setting,
): Profile {
  const { today, area } = setting;
  const drivingLicences = random.sometimes(0.78, () => drawDrivingLicences(random, pastWork));
  const isBeginner = speaker.stage === "beginner";
  return {
    drivingLicences,
    credentials: random.sometimes(0.7, () => drawCredentials(random, pastWork, today)),
    availability: random.sometimes(0.91, () => drawAvailability(random, speaker.languages?.slice(), today)),
    home: random.sometimes(0.95, () =>
      drawPosition(random, area, { homeShare: 0.84, exactShare: 0.45, spreadKm: 2.2 }),
    ),
    commute: random.sometimes(0.8, () => commuteOf(random, drivingLicences?.includes("B"))),
    eligibility: random.sometimes(0.76, () =>
      drawEligibility(random, { monthsWithoutWork, isBeginner, today }),
    ),
    registeredSince: random.sometimes(0.9, () => registeredSince(random, today)),
  };
}

const generalSkills = [
  "samarbete",
  "passa tider",
  "noggrannhet",
  "service",
  "språkkunskaper",
  "datorvana",
  "ordningssinne",
];

function skillsOf(random: Random, pastWork: readonly PastWork[]): string[] {
  const fromWork = pastWork.flatMap(({ occupation }) =>
    random.several(occupation.skills, random.integer(1, 4)),
  );
  const general = random.several(generalSkills, random.integer(0, 2));
  return [...new Set([...fromWork, ...general])];
}

const commonEducation = weighted([
  ["Ingen avslutad skola", 6],
  ["Grundskola 4 år", 8],
  ["Grundskola 6 år", 14],
  ["Grundskola 9 år", 22],
  ["Gymnasium", 24],
  ["Gymnasium, inte avslutat", 10],
  ["Yrkesutbildning 2 år", 9],
  ["Universitet, 2 år", 4],
  ["Universitet, examen", 7],
] as const);

function educationOf(random: Random, { pastWork }: Person): string[] {
  const trained = pastWork.find(({ occupation }) => occupation.education !== undefined)?.occupation.education;
  if (trained !== undefined && random.chance(0.8)) return [trained];
  return [commonEducation(random)];
}

const maxKm = weighted([
  [5, 8],
  [10, 22],
  [15, 18],
  [20, 20],
  [30, 18],
  [40, 6],
  [50, 8],
] as const);

function commuteOf(random: Random, hasLicence: boolean | undefined): NonNullable<Participant["commute"]> {
  return withoutUndefined({
    maxKm: random.sometimes(0.78, () => maxKm(random)),
    hasCar: random.sometimes(0.74, () => hasLicence === true && random.chance(0.55)),
  });
}

function registeredSince(random: Random, today: number): string {
  return isoDateOf(today - wholeLogNormal(random, { median: 520, sigma: 1, min: 3, max: 5000 }));
}
