import type { PlacementTypeId } from "@jobbmatch/shared";
import type { Occupation } from "./occupations/index.ts";
import type { Random } from "./random.ts";
import {
  careStudySentence,
  closingSentences,
  educationIntroductions,
  educationPersonSentences,
  educationSupportSentences,
  educationTaskSentences,
  introductions,
  type PlaceFacts,
  personSentences,
  physicalSentence,
  studySentences,
  supportSentences,
  taskSentences,
  titles,
  typeSentences,
} from "./texts/vacancy-phrases.ts";

const shortestDescription = 300;

export function drawTitle(random: Random, type: PlacementTypeId, facts: PlaceFacts): string {
  return random.pick(titles[type])(facts);
}

interface Described extends PlaceFacts {
  readonly type: PlacementTypeId;
  readonly occupation: Occupation;
  readonly studyShare: number | undefined;
  /** The sentences that say what the place demands. */
  readonly requirements: readonly string[];
}

interface Phrases {
  readonly introductions: readonly Sentence[];
  readonly tasks: typeof taskSentences;
  readonly person: readonly Sentence[];
  readonly support: readonly Sentence[];
}

type Sentence = (facts: PlaceFacts) => string;

const workPhrases: Phrases = {
  introductions,
  tasks: taskSentences,
  person: personSentences,
  support: supportSentences,
};
const educationPhrases: Phrases = {
  introductions: educationIntroductions,
  tasks: educationTaskSentences,
  person: educationPersonSentences,
  support: educationSupportSentences,
};

/** Draws the text about a place, 300 to 1,500 characters; its sentences agree with the place's other fields. */
export function drawDescription(random: Random, place: Described): string {
  const say = (sentences: readonly Sentence[], count: number) =>
    random.several(sentences, count).map((sentence) => sentence(place));
  const { type, occupation, requirements } = place;
  const phrases = type === "education" ? educationPhrases : workPhrases;
  const tasks = random.several(occupation.tasks, random.integer(2, 4));
  const support = say(phrases.support, phrases.support.length);
  const supportCount = random.integer(0, 3);
  const paragraphs = [
    [...say(phrases.introductions, 1), random.pick(phrases.tasks)(tasks)],
    [...random.several(typeSentences[type], 1), ...study(random, place)],
    [...say(phrases.person, random.integer(0, 3)), ...physical(random, place), ...requirements],
    support.slice(0, supportCount),
    say(closingSentences, random.integer(0, 1)),
  ];
  return lengthened(paragraphs, support.slice(supportCount));
}

function study(random: Random, { studyShare, occupation }: Described): string[] {
  if (studyShare === undefined) return [];
  const leadsToCare = studyShare === 0.2 && /^53/.test(occupation.ssyk);
  return [random.pick(studySentences)(studyShare), ...(leadsToCare ? [careStudySentence] : [])];
}

function physical(random: Random, { type, occupation }: Described): string[] {
  const isPhysical = type !== "education" && /^[6-9]/.test(occupation.ssyk);
  return isPhysical && random.chance(0.25) ? [physicalSentence] : [];
}

function lengthened(paragraphs: readonly string[][], spare: readonly string[]): string {
  const more: string[] = [];
  const text = () =>
    [...paragraphs, more]
      .filter((paragraph) => paragraph.length > 0)
      .map((paragraph) => paragraph.join(" "))
      .join("\n\n");
  for (const sentence of spare) if (text().length < shortestDescription) more.push(sentence);
  return text();
}
