import type { Localised } from "@jobbmatch/shared";
import { withLazyParts } from "../lazy-parts.ts";
import { type Feature, type FeatureId, type FeatureValue, featureIds, type Pair } from "./feature.ts";
import { features } from "./features/index.ts";

/**
 * How much each feature counts: 0 (not at all) to 10. Only the proportions matter, since weights are normalised to
 * sum to 1 over the features that the vacancy asks about. Default: the features' own `defaultWeight`.
 */
export type Weights = Readonly<Record<FeatureId, number>>;

/** What one feature adds to a score. */
export interface Contribution {
  readonly feature: FeatureId;
  /** 0 to 1. */
  readonly value: number;
  /** Share of the score, 0 to 1; all weights of one vacancy sum to 1. */
  readonly weight: number;
  /** `value × weight`. The contributions of one pair sum to its score. */
  readonly contribution: number;
  /** False when the profile does not tell and the feature's neutral value was used. */
  readonly known: boolean;
  /** What the value rests on. May quote the profile: for case workers only. */
  readonly detail: Localised;
}

export const defaultWeights: Weights = Object.fromEntries(
  features.map(({ id, defaultWeight }) => [id, defaultWeight]),
) as Weights;

/** The default weights with some of them replaced. */
export function completeWeights(given: Partial<Weights> = {}): Weights {
  return Object.fromEntries(featureIds.map((id) => [id, given[id] ?? defaultWeights[id]])) as Weights;
}

/**
 * The score of a pair, 0 to 1: the weighted mean of its features. A feature that the vacancy does not ask about is
 * left out; one that the profile does not tell counts with its neutral value.
 *
 * @param known values that need not be computed again.
 */
export function scoreOf(pair: Pair, weights: Weights, known?: ReadonlyMap<FeatureId, number>): number {
  let sum = 0;
  let total = 0;
  for (const feature of features) {
    const value = known?.get(feature.id) ?? feature.valueOf(pair);
    if (value === "notAsked") continue;
    sum += weights[feature.id] * numberOf(feature, value);
    total += weights[feature.id];
  }
  return total === 0 ? 0 : sum / total;
}

/** The parts of `scoreOf`, in the order of the features. */
export function contributionsOf(pair: Pair, weights: Weights): Contribution[] {
  const asked = features
    .map((feature) => ({ feature, value: feature.valueOf(pair) }))
    .filter(({ value }) => value !== "notAsked");
  const total = asked.reduce((sum, { feature }) => sum + weights[feature.id], 0);
  return asked.map(({ feature, value }) => {
    const number = numberOf(feature, value);
    const weight = total === 0 ? 0 : weights[feature.id] / total;
    const numbers = {
      feature: feature.id,
      value: number,
      weight,
      contribution: number * weight,
      known: value !== "unknown",
    };
    return withLazyParts(numbers, { detail: () => feature.describe(pair) });
  });
}

function numberOf(feature: Feature, value: FeatureValue): number {
  return typeof value === "number" ? value : feature.unknownValue;
}
