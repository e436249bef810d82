import type { Localised } from "@jobbmatch/shared";
import { lazyParts } from "../lazy-parts.ts";
import { type Feature, type FeatureId, featureIds, type Pair } from "./feature.ts";
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

/** What a feature is worth for one pair. */
export interface ValuedFeature {
  readonly feature: Feature;
  /** 0 to 1; the neutral value where it is not known. */
  readonly value: number;
  readonly known: boolean;
}

/** The features that the vacancy asks about, in their order. */
export function valuedFeatures(pair: Pair): ValuedFeature[] {
  return features.flatMap((feature) => {
    const value = feature.valueOf(pair);
    if (value === "notAsked") return [];
    const known = value !== "unknown";
    return [{ feature, value: known ? value : feature.unknownValue, known }];
  });
}

/**
 * The score of a pair, 0 to 1: the weighted mean of its features. A feature that the vacancy does not ask about is
 * left out; one that the profile does not tell counts with its neutral value.
 */
export function scoreOf(valued: readonly ValuedFeature[], weights: Weights): number {
  let sum = 0;
  for (const { feature, value } of valued) sum += weights[feature.id] * value;
  const total = totalWeight(valued, weights);
  return total === 0 ? 0 : sum / total;
}

/** The parts of `scoreOf`, in the order of the features. What is said of them is put into words when it is read. */
export function contributionsOf(
  valued: readonly ValuedFeature[],
  weights: Weights,
  pair: () => Pair,
): Contribution[] {
  const total = totalWeight(valued, weights);
  return valued.map(({ feature, value, known }) => {
    const weight = shareOf(weights[feature.id], total);
    const numbers = { feature: feature.id, value, weight, contribution: value * weight, known };
    return withDetail(numbers, { feature, pair });
  });
}

interface DetailSource {
  readonly feature: Feature;
  readonly pair: () => Pair;
}

const withDetail = lazyParts<DetailSource, Pick<Contribution, "detail">>({
  detail: ({ feature, pair }) => feature.describe(pair()),
});

/** The sum of the features' weights. */
export function totalWeight(asked: readonly Pick<ValuedFeature, "feature">[], weights: Weights): number {
  return asked.reduce((sum, { feature }) => sum + weights[feature.id], 0);
}

/** The share of the score that a weight has; 0 where nothing has any. */
export function shareOf(weight: number, total: number): number {
  return total === 0 ? 0 : weight / total;
}
