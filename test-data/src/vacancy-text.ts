import type { PlacementTypeId } from "@jobbmatch/shared";
import type { Occupation } from "./occupations/index.ts";
import type { Random } from "./random.ts";
import {
  closingSentences,
  introductions,
  type PlaceFacts,
  personSentences,
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

/** Draws the text about a place, 300 to 1,500 characters; its sentences agree with the place's other fields. */
export function drawDescription(random: Random, place: Described): string {
  const say = (sentences: readonly ((facts: PlaceFacts) => string)[], count: number) =>
    random.several(sentences, count).map((sentence) => sentence(place));
  const { type, occupation, studyShare, requirements } = place;
  const tasks = random.several(occupation.tasks, random.integer(2, 4));
  const support = say(supportSentences, 8);
  const supportCount = random.integer(0, 3);
  const paragraphs = [
    [...say(introductions, 1), random.pick(taskSentences)(tasks)],
    [...random.several(typeSentences[type], 1), ...study(random, studyShare)],
    [...say(personSentences, random.integer(0, 3)), ...requirements],
    support.slice(0, supportCount),
    say(closingSentences, random.integer(0, 1)),
  ];
  return lengthened(paragraphs, support.slice(supportCount));
}

function study(random: Random, share: number | undefined): string[] {
  return share === undefined ? [] : [random.pick(studySentences)(share)];
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
