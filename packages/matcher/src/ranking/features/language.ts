import {
  type LanguageLevel,
  type Localised,
  languageName,
  levelRank,
  type Participant,
  provenLevel,
  type Vacancy,
} from "@jobbmatch/shared";
import { clamp } from "../clamp.ts";
import { defineFactFeature } from "../fact-feature.ts";

/** Value of exactly the level that is asked for, and what each step above or below it changes. */
const exact = 0.6;
const perStep = 0.2;

/** The proven level of each language that the profile lists with a level. */
type Fact = ReadonlyMap<string, LanguageLevel>;
type Need = NonNullable<Vacancy["languages"]>;

interface Margin {
  readonly language: string;
  /** Levels above what is asked; negative below. */
  readonly steps: number;
}

/** How far the person's languages lie above what is asked, by the weakest of the demanded languages. */
export const languageFeature = defineFactFeature<Fact, Need>({
  id: "language",
  name: { sv: "Språk", en: "Language" },
  defaultWeight: 0.05,
  // Between one step below and exactly what is asked.
  unknownValue: 0.5,
  factOf,
  keyOf: (fact) => JSON.stringify([...fact]),
  factOfKey: (key) => new Map(JSON.parse(key)),
  needOf: ({ languages = [] }) => {
    const asked = languages.filter(({ anyOf }) => anyOf.some(({ level }) => level !== undefined));
    return asked.length === 0 ? undefined : asked;
  },
  needKeyOf: (need) => JSON.stringify(need.map(({ anyOf }) => anyOf)),
  value: (need, fact) => {
    const margin = weakestMargin(need, fact);
    return margin === undefined ? "unknown" : clamp(exact + perStep * margin.steps);
  },
  describe: (need, fact) => describe(weakestMargin(need, fact)),
  notAsked: { sv: "platsen anger ingen språknivå", en: "the vacancy names no language level" },
});

function factOf({ languages = [] }: Participant): Fact {
  const levels = languages
    .map((spoken) => [spoken.language, provenLevel(spoken)] as const)
    .filter((pair): pair is readonly [string, LanguageLevel] => pair[1] !== undefined);
  return new Map([...levels].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The margin of the weakest group, each group by its best alternative; `undefined` if a group is unknown. */
function weakestMargin(need: Need, fact: Fact): Margin | undefined {
  let weakest: Margin | undefined;
  for (const { anyOf } of need) {
    const margins = anyOf.flatMap(({ language, level = "A1" }) => {
      const has = fact.get(language);
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
