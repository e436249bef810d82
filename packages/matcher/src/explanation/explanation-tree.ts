import type { Localised } from "@jobbmatch/shared";
import { features } from "../ranking/features/index.ts";
import type { Contribution } from "../ranking/scorer.ts";
import type { Assessment } from "./assessment.ts";

/** A number with what it means and what it is made of. The values of `details` sum to `value`. */
export interface ExplanationNode {
  readonly value: number;
  readonly description: Localised;
  readonly details: readonly ExplanationNode[];
}

/** The score of a pair, taken apart into the contributions of its features. */
export function explanationTree({ score, contributions }: Assessment): ExplanationNode {
  return {
    value: score,
    description: { sv: "Matchning", en: "Match" },
    details: contributions.map(contributionNode),
  };
}

function contributionNode({ feature, contribution, value, weight, detail }: Contribution): ExplanationNode {
  const name = features.find(({ id }) => id === feature)?.name ?? { sv: feature, en: feature };
  const product = `${value.toFixed(2)} × ${weight.toFixed(2)}`;
  return {
    value: contribution,
    description: { sv: `${name.sv} (${product}): ${detail.sv}`, en: `${name.en} (${product}): ${detail.en}` },
    details: [],
  };
}
