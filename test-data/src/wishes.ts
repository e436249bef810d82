import type { Wish } from "@jobbmatch/shared";
import { weighted, zipf } from "./distributions.ts";
import type { Speaker } from "./languages.ts";
import { type Occupation, occupationNamed } from "./occupations/index.ts";
import type { Random } from "./random.ts";
import { capitalised } from "./texts/sentence.ts";
import { vagueWishes } from "./texts/wish-phrases.ts";
import { withoutUndefined } from "./without-undefined.ts";
import { type PastWork, titleOf } from "./work-history.ts";

/** What people wish for, most wanted first. Few kinds of work get most of the wishes. */
const wishedOccupations = [
  "undersköterska",
  "lokalvårdare",
  "butiksmedarbetare",
  "barnskötare",
  "måltidsbiträde",
  "lagerarbetare",
  "vårdbiträde",
  "bussförare",
  "kock",
  "elevassistent",
  "vaktmästare",
  "budbilsförare",
  "parkarbetare",
  "personlig assistent",
  "kontorsassistent",
  "byggnadsarbetare",
  "frisör",
  "bilmekaniker",
  "lastbilsförare",
  "restaurangbiträde",
  "skräddare",
  "klädsäljare",
  "fastighetsskötare",
  "taxiförare",
  "bagare",
  "omsorgspersonal i hemtjänst",
  "väktare",
  "montör",
  "handlare",
  "elektriker",
  "tolk",
  "hotellstädare",
  "målare",
  "receptionist",
  "truckförare",
  "kafébiträde",
  "handpaketerare",
  "fritidsledare",
  "svetsare",
  "säljare second hand",
  "sjuksköterska",
  "supporttekniker",
  "tandsköterska",
  "ekonomiassistent",
  "återvinningsarbetare",
  "modersmålslärare",
  "apotekstekniker",
  "skogsarbetare",
  "systemutvecklare",
  "snickare",
] as const;

const popularOccupation = zipf(wishedOccupations.map(occupationNamed), 0.95);
const wishCount = weighted([
  [1, 50],
  [2, 33],
  [3, 17],
] as const);

/** Draws the occupations that the person wants. Most often it is something else than what the person has done. */
export function drawWishes(random: Random, pastWork: readonly PastWork[]): Occupation[] {
  const wishes = Array.from({ length: wishCount(random) }, () =>
    pastWork.length > 0 && random.chance(0.26) ? random.pick(pastWork).occupation : popularOccupation(random),
  );
  return [...new Set(wishes)];
}

/** The wishes as the profile tells them; some are too vague to name an occupation. */
export function wishesOf(random: Random, occupations: readonly Occupation[], speaker: Speaker): Wish[] {
  if (random.chance(0.07)) return [{ text: random.pick(vagueWishes) }];
  return occupations.map((occupation) => wishOf(random, occupation, speaker));
}

function wishOf(random: Random, occupation: Occupation, speaker: Speaker): Wish {
  const beginner = speaker.stage === "beginner";
  const title = titleOf(random, occupation, {
    foreign: !speaker.bornInSweden && random.chance(0.3),
    beginner,
  });
  return withoutUndefined({
    text: wishText(random, title),
    ssyk: random.sometimes(0.5, () => occupation.ssyk),
  });
}

function wishText(random: Random, title: string): string {
  if (random.chance(0.08)) return `Jobba som ${title}`;
  if (random.chance(0.05)) return `Utbildning till ${title}`;
  return random.chance(0.75) ? capitalised(title) : title;
}
