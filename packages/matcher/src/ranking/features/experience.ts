import type { Experience, Localised } from "@jobbmatch/shared";
import { experienceCode, vacancyCode } from "../../text/occupation-code.ts";
import type { Feature, Pair } from "../feature.ts";
import { occupationRelevance } from "../occupation-relevance.ts";
import { ExperienceColumn } from "./experience-column.ts";
import {
  freshnessOf,
  practiceOf,
  relevanceByText,
  unknownExperience,
  worthOf,
  yearOf,
} from "./experience-worth.ts";

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
  createColumn: () => new ExperienceColumn(),
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
  const byText = facet === undefined ? 0 : relevanceByText(facet.similarity);
  return Math.max(byText, occupationRelevance(experienceCode(experience), vacancyCode(vacancy)));
}

function worth({ date }: Pair, { months, lastYear }: Experience): number {
  return worthOf(practiceOf(months), freshnessOf(lastYear, yearOf(date)));
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
