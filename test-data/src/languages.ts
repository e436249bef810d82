import type { Participant, SpokenLanguage } from "@jobbmatch/shared";
import { weighted } from "./distributions.ts";
import type { Random } from "./random.ts";

/** Where a person stands in Swedish, from nothing to the mother tongue. */
export type SwedishStage = "beginner" | "middle" | "advanced" | "native";

/** What is known of a person's languages; the stage is known to the generator even when the profile is silent. */
export interface Speaker {
  readonly bornInSweden: boolean;
  readonly stage: SwedishStage;
  readonly languages: readonly SpokenLanguage[] | undefined;
}

const shareBornInSweden = 0.125;

const firstLanguage = weighted([
  ["ar", 25],
  ["so", 12],
  ["ti", 8],
  ["fa", 6],
  ["prs", 7],
  ["uk", 7],
  ["ku", 4],
  ["ckb", 3],
  ["tr", 4],
  ["sq", 3],
  ["bs", 3],
  ["ru", 3],
  ["es", 3],
  ["am", 2],
  ["th", 2],
  ["pl", 2],
  ["sw", 2],
  ["ps", 2],
  ["ur", 1],
  ["ro", 1],
  ["sr", 1],
  ["fr", 1],
  ["zh", 1],
  ["vi", 1],
  ["bn", 1],
  ["rom", 1],
] as const);

const middleEastern = ["ar", "ku", "ckb", "fa", "tr"];

type SwedishSkill = Pick<SpokenLanguage, "level" | "sfi">;

const attending = (course: "A" | "B" | "C" | "D"): SwedishSkill => ({ sfi: { course, status: "attending" } });
const passed = (course: "A" | "B" | "C" | "D"): SwedishSkill => ({ sfi: { course, status: "passed" } });

/** What somebody who was born abroad knows of Swedish, and how the profile says it. */
const swedishSkill = weighted<readonly [SwedishStage, SwedishSkill]>([
  [["beginner", { level: "none" }], 2],
  [["beginner", attending("A")], 7],
  [["beginner", passed("A")], 2],
  [["beginner", attending("B")], 14],
  [["beginner", passed("B")], 6],
  [["middle", attending("C")], 19],
  [["middle", passed("C")], 12],
  [["middle", { level: "A2" }], 3],
  [["middle", {}], 6],
  [["advanced", attending("D")], 10],
  [["advanced", passed("D")], 9],
  [["advanced", { level: "B1" }], 4],
  [["advanced", { level: "B2" }], 3],
  [["advanced", {}], 3],
]);

const englishLevel = weighted([
  ["A1", 2],
  ["A2", 4],
  ["B1", 4],
  ["B2", 3],
  ["C1", 1],
] as const);

/** Draws a person's languages; one in seventeen has none in the profile. */
export function drawSpeaker(random: Random): Speaker {
  const speaker = random.chance(shareBornInSweden) ? bornHere(random) : bornAbroad(random);
  return random.chance(0.06) ? { ...speaker, languages: undefined } : speaker;
}

function bornHere(random: Random): Speaker {
  const languages: SpokenLanguage[] = [{ language: "sv", level: "native" }, ...english(random, 0.5)];
  return { bornInSweden: true, stage: "native", languages };
}

function bornAbroad(random: Random): Speaker {
  const first = firstLanguage(random);
  const [stage, skill] = swedishSkill(random);
  const languages: SpokenLanguage[] = [
    { language: first, level: "native" },
    ...secondLanguage(random, first),
    // A Swedish that nobody has noted is unknown, not absent from the person.
    ...(random.chance(0.94) ? [{ language: "sv", ...skill }] : []),
    ...english(random, 0.3),
  ];
  return { bornInSweden: false, stage, languages };
}

function secondLanguage(random: Random, first: string): SpokenLanguage[] {
  if (!middleEastern.includes(first) || !random.chance(0.2)) return [];
  return [{ language: first === "ar" ? "ku" : "ar", ...(random.chance(0.4) ? { level: "B2" } : {}) }];
}

function english(random: Random, share: number): SpokenLanguage[] {
  if (!random.chance(share)) return [];
  return [{ language: "en", ...(random.chance(0.55) ? { level: englishLevel(random) } : {}) }];
}

/** The SFI course that the profile says the person attends now, if any. */
export function attendedCourse(languages: Participant["languages"]): "A" | "B" | "C" | "D" | undefined {
  const swedish = languages?.find(({ language }) => language === "sv");
  return swedish?.sfi?.status === "attending" ? swedish.sfi.course : undefined;
}
