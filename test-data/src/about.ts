import type { Speaker } from "./languages.ts";
import { withoutDots } from "./misspelling.ts";
import type { Occupation } from "./occupations/index.ts";
import type { Random } from "./random.ts";
import {
  type AboutFacts,
  beginnerSentences,
  closingSentences,
  emptyTexts,
  englishSentences,
  middleSentences,
  notedSentences,
  openingSentences,
} from "./texts/about-phrases.ts";
import type { PastWork } from "./work-history.ts";

interface Person {
  readonly speaker: Speaker;
  readonly pastWork: readonly PastWork[];
  readonly wishes: readonly Occupation[];
  readonly monthsWithoutWork: number;
}

/** Draws the free text about a person: by the person, in simple or fluent Swedish or English, or by a case worker. */
export function drawAbout(random: Random, person: Person): string {
  if (random.chance(0.06)) return random.pick(emptyTexts);
  const facts = factsOf(random, person);
  const say = (sentences: readonly ((facts: AboutFacts) => string)[], count: number) =>
    random.several(sentences, count).map((sentence) => sentence(facts));
  if (random.chance(0.2)) return say(notedSentences, random.integer(1, 4)).join(" ");
  const { stage, bornInSweden } = person.speaker;
  if (!bornInSweden && random.chance(0.07)) return say(englishSentences, random.integer(1, 3)).join(" ");
  if (stage === "beginner") return inBeginnersSwedish(random, say(beginnerSentences, random.integer(1, 4)));
  const middle = bornInSweden
    ? middleSentences.filter((_, index) => index !== 3 && index !== 4)
    : middleSentences;
  return [
    ...say(openingSentences, 1),
    ...say(middle, random.integer(0, 3)),
    ...say(closingSentences, random.integer(0, 2)),
  ].join(" ");
}

function inBeginnersSwedish(random: Random, sentences: readonly string[]): string {
  const text = sentences.join(" ");
  return random.chance(0.15) ? withoutDots(text) : text;
}

function factsOf(random: Random, { pastWork, wishes, monthsWithoutWork }: Person): AboutFacts {
  const work = pastWork.at(-1);
  return {
    work: work?.occupation.title,
    abroad: work?.abroad ?? false,
    years: Math.max(1, Math.round((work?.months ?? 12) / 12)),
    wish: wishes[0]?.title ?? "vad som helst",
    monthsWithoutWork,
    skill: work === undefined ? undefined : random.pick(work.occupation.skills),
  };
}
