import type { Experience, Localised } from "@jobbmatch/shared";
import { factOfJsonKey, jsonKeyOf } from "../../columns/json-key.ts";
import { FactValueColumn, type ValueDefinition } from "../../columns/value-column.ts";
import { experienceCode, vacancyCode } from "../../text/occupation-code.ts";
import { ramp } from "../clamp.ts";
import type { Feature, Pair } from "../feature.ts";
import { occupationRelevance } from "../occupation-relevance.ts";

/** Cosine at which earlier work begins to count as related, and at which it counts as the same work. */
const unrelated = 0.35;
const same = 0.75;
/** Months after which the first two thirds of the benefit of practice are reached (1 − 1/e). */
const practiceMonths = 24;
/** Years after which half of the freshness is gone. */
const freshnessHalfLife = 10;
const unknownMonths = 12;
const unknownYears = 5;
const unknownExperience = 0.2;

interface Relevant {
  readonly experience: Experience;
  readonly value: number;
}

/** Related work, by how related, how long and how lately. Any related work counts at least 0.4 of its relevance. */
export const experienceFeature: Feature = {
  id: "experience",
  name: { sv: "Erfarenhet", en: "Experience" },
  defaultWeight: 0.2,
  // A profile without any work written down is more often empty than untrue.
  unknownValue: unknownExperience,
  valueOf: (pair) =>
    pair.participant.experiences === undefined ? "unknown" : (mostRelevant(pair)?.value ?? 0),
  describe: (pair) => describe(pair),
  columnIsExact: false,
  createColumn: () => new FactValueColumn(experiencedOccupation),
  upperBound: ({ background }, bySameCode) => Math.max(ramp(background, unrelated, same), bySameCode),
};

/** How related the nearest earlier occupation is by its code; the neutral value where no work is filled in. */
const experiencedOccupation: ValueDefinition<readonly string[] | undefined, string> = {
  factOf: ({ experiences }) => experiences?.map((experience) => experienceCode(experience) ?? "").sort(),
  keyOf: jsonKeyOf,
  factOfKey: factOfJsonKey<readonly string[] | undefined>,
  needOf: (vacancy) => vacancyCode(vacancy) ?? "",
  needKeyOf: (code) => code,
  value: (asked, codes) =>
    codes === undefined
      ? unknownExperience
      : Math.max(0, ...codes.map((had) => occupationRelevance(had, asked))),
};

function mostRelevant(pair: Pair): Relevant | undefined {
  return (pair.participant.experiences ?? [])
    .map((experience, index) => ({
      experience,
      value: relevance(pair, experience, index) * worth(pair, experience),
    }))
    .reduce<Relevant | undefined>(
      (best, next) => (best === undefined || next.value > best.value ? next : best),
      undefined,
    );
}

function relevance({ facets, vacancy }: Pair, experience: Experience, index: number): number {
  const facet = facets.find((candidate) => candidate.kind === "experience" && candidate.index === index);
  const byText = facet === undefined ? 0 : ramp(facet.similarity, unrelated, same);
  return Math.max(byText, occupationRelevance(experienceCode(experience), vacancyCode(vacancy)));
}

function worth({ date }: Pair, { months = unknownMonths, lastYear }: Experience): number {
  const years = lastYear === undefined ? unknownYears : Math.max(0, Number(date.slice(0, 4)) - lastYear);
  const practice = 1 - Math.exp(-months / practiceMonths);
  return 0.4 + 0.4 * practice + 0.2 * 0.5 ** (years / freshnessHalfLife);
}

function describe(pair: Pair): Localised {
  const best = mostRelevant(pair);
  if (best === undefined) {
    return pair.participant.experiences === undefined
      ? { sv: "arbetslivserfarenhet är inte ifylld", en: "no work experience is filled in" }
      : { sv: "ingen arbetslivserfarenhet", en: "no work experience" };
  }
  if (best.value === 0) return { sv: "inget liknande arbete tidigare", en: "no similar work before" };
  const { occupation, months, lastYear } = best.experience;
  const length = months === undefined ? "" : `, ${months} `;
  const until = lastYear === undefined ? "" : `, ${lastYear}`;
  return {
    sv: `${occupation}${length === "" ? "" : `${length}månader`}${until}`,
    en: `${occupation}${length === "" ? "" : `${length}months`}${until}`,
  };
}
