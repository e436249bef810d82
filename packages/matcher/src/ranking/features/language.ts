import {
  type Localised,
  languageName,
  levelRank,
  type Participant,
  provenLevel,
  type Vacancy,
} from "@jobbmatch/shared";
import { clamp } from "../clamp.ts";
import type { Feature } from "../feature.ts";

/** Value of exactly the level that is asked for, and what each step above or below it changes. */
const exact = 0.6;
const perStep = 0.2;

interface Margin {
  readonly language: string;
  /** Levels above what is asked; negative below. */
  readonly steps: number;
}

/** How far the person's languages lie above what is asked, by the weakest of the demanded languages. */
export const languageFeature: Feature = {
  id: "language",
  name: { sv: "Språk", en: "Language" },
  defaultWeight: 0.05,
  // Between one step below and exactly what is asked.
  unknownValue: 0.5,
  valueOf: ({ participant, vacancy }) => {
    if (demands(vacancy).length === 0) return "notAsked";
    const margin = weakestMargin(participant, vacancy);
    return margin === undefined ? "unknown" : clamp(exact + perStep * margin.steps);
  },
  describe: ({ participant, vacancy }) => describe(weakestMargin(participant, vacancy)),
};

function demands(vacancy: Vacancy): NonNullable<Vacancy["languages"]> {
  return (vacancy.languages ?? []).filter(({ anyOf }) => anyOf.some(({ level }) => level !== undefined));
}

/** The margin of the weakest group, each group by its best alternative; `undefined` if a group is unknown. */
function weakestMargin(participant: Participant, vacancy: Vacancy): Margin | undefined {
  const levels = new Map(
    (participant.languages ?? []).map((spoken) => [spoken.language, provenLevel(spoken)]),
  );
  let weakest: Margin | undefined;
  for (const { anyOf } of demands(vacancy)) {
    const margins = anyOf.flatMap(({ language, level = "A1" }) => {
      const has = levels.get(language);
      return has === undefined ? [] : [{ language, steps: levelRank(has) - levelRank(level) }];
    });
    const best = margins.sort((a, b) => b.steps - a.steps)[0];
    if (best === undefined) return undefined;
    if (weakest === undefined || best.steps < weakest.steps) weakest = best;
  }
  return weakest;
}

function describe(margin: Margin | undefined): Localised {
  if (margin === undefined) return { sv: "språknivån är okänd", en: "the language level is unknown" };
  const { language, steps } = margin;
  const [sv, en] = [languageName(language, "sv"), languageName(language, "en")];
  if (steps === 0)
    return { sv: `${sv}: precis den nivå som krävs`, en: `${en}: exactly the level asked for` };
  const count = Math.abs(steps);
  return steps > 0
    ? { sv: `${sv}: ${count} steg över kravet`, en: `${en}: ${count} steps above what is asked` }
    : { sv: `${sv}: ${count} steg under kravet`, en: `${en}: ${count} steps below what is asked` };
}
