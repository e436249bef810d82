import type { Localised, Participant, Vacancy } from "@jobbmatch/shared";
import type { Facet } from "../text/facets.ts";
import type { FeatureColumn } from "./feature-column.ts";

export const featureIds = [
  "similarity",
  "experience",
  "wish",
  "skills",
  "language",
  "schedule",
  "distance",
] as const;
export type FeatureId = (typeof featureIds)[number];

/** A profile's facet with its similarity to the vacancy, cosine, -1 to 1. */
export interface ComparedFacet extends Omit<Facet, "parts"> {
  readonly similarity: number;
}

/** A skill that the vacancy asks for, with the most similar skill of the participant. */
export interface ComparedSkill {
  readonly skill: string;
  readonly demand: "must" | "nice";
  /** Cosine, -1 to 1; `undefined` when the participant's skills are unknown. */
  readonly similarity: number | undefined;
}

/** All that features may look at: one pair, with its texts compared already. */
export interface Pair {
  readonly participant: Participant;
  readonly vacancy: Vacancy;
  /** The day of the match, ISO date. */
  readonly date: string;
  readonly facets: readonly ComparedFacet[];
  readonly skills: readonly ComparedSkill[];
}

/** A number from 0 (speaks against) to 1 (speaks for), or why there is none. */
export type FeatureValue = number | "unknown" | "notAsked";

/** One soft signal, defined in one place. */
export interface Feature {
  readonly id: FeatureId;
  readonly name: Localised;
  /** Share of the score before weights are normalised. */
  readonly defaultWeight: number;
  /** What counts when the profile does not tell, 0 to 1; beside it stands why. */
  readonly unknownValue: number;
  readonly valueOf: (pair: Pair) => FeatureValue;
  /** What the value rests on, for a case worker. */
  readonly describe: (pair: Pair) => Localised;
  /** A new column of what the value rests on. */
  readonly createColumn: () => FeatureColumn;
}
