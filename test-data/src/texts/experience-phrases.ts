import type { SwedishStage } from "../languages.ts";
import { withoutDots } from "../misspelling.ts";
import type { Random } from "../random.ts";
import type { PastWork } from "../work-history.ts";
import { capitalised, listed } from "./sentence.ts";

type Phrase = (tasks: readonly string[], work: PastWork) => string;

const fluent: readonly Phrase[] = [
  (tasks) => `Jag arbetade med att ${listed(tasks)}.`,
  (tasks) => `Mina uppgifter var att ${listed(tasks)}.`,
  (tasks) => `I arbetet ingick att ${listed(tasks)}. Jag trivdes bra och lärde mig mycket.`,
  (tasks, { abroad }) => `${abroad ? "Arbetade i mitt hemland" : "Arbetade"} med att ${listed(tasks)}.`,
  (tasks, { months }) => `Arbetade ${duration(months)} med att ${listed(tasks)}. Tog eget ansvar.`,
];

const simple: readonly Phrase[] = [
  (tasks) => `Jag jobbade. Jag brukade ${listed(tasks)}.`,
  (tasks) => `${capitalised(listed(tasks))}.`,
  (tasks) => `Jag kan ${listed(tasks)}.`,
  (tasks, { abroad }) => `${abroad ? "I mitt land" : "På praktik"} jag jobba med att ${listed(tasks)}.`,
];

const noted: readonly Phrase[] = [
  (tasks) => `Har erfarenhet av att ${listed(tasks)}.`,
  (tasks) => `Uppgifter: ${tasks.join(", ")}.`,
  (tasks, { abroad }) =>
    `${abroad ? "Utomlands." : "Praktik och kortare anställning."} ${capitalised(listed(tasks))}.`,
];

const english: readonly Phrase[] = [
  (tasks) => `My work was to ${listed(tasks, "and")}.`,
  (tasks, { months }) => `I did this ${englishDuration(months)}. I used to ${listed(tasks, "and")}.`,
  (tasks) => `${capitalised(listed(tasks, "and"))}.`,
];

function duration(months: number): string {
  if (months < 24) return `i ${months} månader`;
  return `i ${Math.round(months / 12)} år`;
}

function englishDuration(months: number): string {
  return months < 18 ? "for about a year" : `for ${Math.round(months / 12)} years`;
}

/** A few sentences about one work, the way that somebody at that stage of Swedish has told it. */
export function experienceDescription(random: Random, work: PastWork, stage: SwedishStage): string {
  const { tasks, englishTasks } = work.occupation;
  const inEnglish =
    work.abroad && englishTasks !== undefined && random.chance(stage === "beginner" ? 0.3 : 0.12);
  if (inEnglish) return random.pick(english)(random.several(englishTasks, random.integer(1, 3)), work);
  const isBeginner = stage === "beginner";
  const isNoted = random.chance(0.3);
  const phrases = isNoted ? noted : isBeginner ? simple : fluent;
  const text = random.pick(phrases)(random.several(tasks, random.integer(1, isBeginner ? 2 : 4)), work);
  return isBeginner && !isNoted && random.chance(0.12) ? withoutDots(text) : text;
}
