import type { Localised } from "@jobbmatch/shared";
import { FactColumn, type ValueDefinition } from "./fact-column.ts";
import type { Feature, FeatureId } from "./feature.ts";
import type { FeatureColumn } from "./feature-column.ts";

/** A feature that rests on one fact of the profile and on nothing that is compared as text. */
export interface FactFeatureDefinition<Fact, Need> extends Omit<ValueDefinition<Fact, Need>, "value"> {
  readonly id: FeatureId;
  readonly name: Localised;
  readonly defaultWeight: number;
  readonly unknownValue: number;
  readonly value: (need: Need, fact: Fact) => number | "unknown";
  readonly describe: (need: Need, fact: Fact) => Localised;
  /** What is said when the vacancy does not ask. */
  readonly notAsked: Localised;
  /** A column of its own, for facts that hardly two people share. Default: one that computes a value for each fact. */
  readonly createColumn?: () => FeatureColumn;
}

/** Makes a feature whose column holds the exact value, computed once for all participants who share a fact. */
export function defineFactFeature<Fact, Need>(definition: FactFeatureDefinition<Fact, Need>): Feature {
  const { id, name, defaultWeight, unknownValue, factOf, needOf, value, describe, notAsked } = definition;
  const numberOf = (need: Need, fact: Fact) => {
    const found = value(need, fact);
    return found === "unknown" ? unknownValue : found;
  };
  return {
    id,
    name,
    defaultWeight,
    unknownValue,
    valueOf: ({ participant, vacancy }) => {
      const need = needOf(vacancy);
      return need === undefined ? "notAsked" : value(need, factOf(participant));
    },
    describe: ({ participant, vacancy }) => {
      const need = needOf(vacancy);
      return need === undefined ? notAsked : describe(need, factOf(participant));
    },
    createColumn: definition.createColumn ?? (() => new FactColumn({ ...definition, value: numberOf })),
  };
}
