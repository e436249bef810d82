import type { PlacementTypeId, VacancyInput } from "@jobbmatch/shared";
import { dayNumber } from "./dates.ts";
import { type Sampler, weighted, zipf } from "./distributions.ts";
import { drawPosition } from "./municipality.ts";
import { type Occupation, occupationNamed } from "./occupations/index.ts";
import { drawDates, drawSeating, drawStudyShare, drawType } from "./placement.ts";
import { Random } from "./random.ts";
import { drawRequirements } from "./requirements.ts";
import { type GenerateOptions, type Setting, settingOf } from "./setting.ts";
import { drawDescription, drawTitle } from "./vacancy-text.ts";
import { withoutUndefined } from "./without-undefined.ts";
import { drawHours, drawSchedule, type WorkPattern, workPatterns } from "./work-patterns.ts";
import { drawWorkplace, type Workplace, workplaces } from "./workplaces/index.ts";

const vacancyStream = 2;
/** A day while decisions on extra service jobs were still taken. */
const lastExtraService = dayNumber("2021-03-01");
type Details = Omit<VacancyInput, "id" | "version">;

interface WorkplaceSamplers {
  readonly occupation: Sampler<Occupation>;
  readonly number: Sampler<number>;
}

const samplers = new Map(workplaces.map((workplace) => [workplace.name, samplersOf(workplace)]));

/**
 * Generates places one by one, in constant memory; place number i depends on the options and on i alone, as with
 * `generateParticipants`.
 *
 * @throws JobbmatchError `invalidRequest` if an option is wrong.
 * @example
 * [...generateVacancies({ seed: 1, count: 2 })].map(({ id }) => id); // ["v-00001", "v-00002"]
 */
export function generateVacancies(options: GenerateOptions): Generator<VacancyInput, void, undefined> {
  return vacanciesOf(settingOf(options));
}

function* vacanciesOf(setting: Setting): Generator<VacancyInput, void, undefined> {
  for (let index = setting.first; index < setting.end; index++) {
    const random = new Random(setting.seed, vacancyStream, index);
    const id = `v-${String(index + 1).padStart(5, "0")}`;
    yield withoutUndefined({ id, version: random.integer(1, 3), ...drawDetails(random, setting) });
  }
}

function samplersOf({ occupations, number }: Workplace): WorkplaceSamplers {
  return {
    occupation: weighted(occupations.map(([title, weight]) => [occupationNamed(title), weight])),
    // A few workplaces take many people, most take one now and then.
    number: zipf(
      Array.from({ length: number }, (_, index) => index + 1),
      0.6,
    ),
  };
}

function drawDetails(random: Random, setting: Setting): Details {
  const workplace = drawWorkplace(random);
  const { occupation: drawOccupation, number } = samplers.get(workplace.name) ?? samplersOf(workplace);
  const occupation = drawOccupation(random);
  const type = drawType(random, workplace, occupation);
  const studyShare = drawStudyShare(random, type);
  return {
    employer: `${workplace.name} ${number(random)}`,
    ...contentOf(random, { workplace, occupation, type, studyShare }),
    ...timesOf(random, workplace, { type, studyShare }),
    ...drawDates(random, type, type === "extra-service" ? lastExtraService : setting.today),
    placementType: random.sometimes(0.94, () => type),
    location: random.sometimes(0.97, () =>
      drawPosition(random, setting.area, { homeShare: 0.88, exactShare: 0.6, spreadKm: 3 }),
    ),
    studyShare,
    units: random.sometimes(0.06, () => [random.pick(setting.units)]),
  };
}

interface Place {
  readonly workplace: Workplace;
  readonly occupation: Occupation;
  readonly type: PlacementTypeId;
  readonly studyShare: number | undefined;
}

/** What the place is and demands. */
function contentOf(random: Random, { workplace, occupation, type, studyShare }: Place) {
  const seating = drawSeating(random, type);
  const { title } = occupation;
  const { indefinite, inside } = workplace;
  const facts = { title, workplace: indefinite, inside, seats: seating.seats ?? 1 };
  const { fields, sentences } = drawRequirements(random, occupation, type);
  return {
    title: drawTitle(random, type, facts),
    description: drawDescription(random, { ...facts, type, occupation, studyShare, requirements: sentences }),
    occupation: random.sometimes(0.95, () =>
      withoutUndefined({ text: title, ssyk: random.sometimes(0.85, () => occupation.ssyk) }),
    ),
    skills: random.sometimes(0.7, () => skillsOf(random, occupation, type)),
    ...fields,
    ...seating,
  };
}

function skillsOf(random: Random, { skills }: Occupation, type: PlacementTypeId): Details["skills"] {
  const drawn = random.several(skills, random.integer(1, 4));
  const mustCount = type === "ordinary" ? random.integer(0, 2) : random.integer(0, 1);
  return { must: drawn.slice(0, mustCount), nice: drawn.slice(mustCount) };
}

function timesOf(
  random: Random,
  { pattern }: Workplace,
  { type, studyShare }: Pick<Place, "type" | "studyShare">,
): Partial<Details> {
  const isGentle = type === "work-training";
  const schedule = drawSchedule(random, pattern, { isGentle, studyShare });
  return {
    schedule,
    workingTimes: schedule === undefined ? drawWorkingTimes(random, pattern) : undefined,
    hoursPerWeek: drawHours(random, schedule, { isGentle, studyShare }),
  };
}

function drawWorkingTimes(random: Random, pattern: WorkPattern): Details["workingTimes"] {
  const { workingTimes } = workPatterns[pattern];
  if (workingTimes.length === 0 || !random.chance(0.4)) return undefined;
  return random.several(workingTimes, random.integer(1, 2)).map((kind) => ({ kind }));
}
