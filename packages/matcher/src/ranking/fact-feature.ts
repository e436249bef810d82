import type { Localised } from "@jobbmatch/shared";
import { FactColumn, type ValueDefinition } from "./fact-column.ts";
import type { Feature, FeatureId } from "./feature.ts";
import type { FeatureColumn } from "./feature-column.ts";

/** A feature that rests on one fact of the profile and on nothing that is compared as text. */
export interface FactFeatureDefinition<Fact, Need> extends ValueDefinition<Fact, Need> {
  readonly id: FeatureId;
  readonly name: Localised;
  readonly defaultWeight: number;
  readonly describe: (need: Need, fact: Fact) => Localised;
  /** What is said when the vacancy does not ask. */
  readonly notAsked: Localised;
  /** A column of its own, for facts that hardly two people share. Default: one that computes a value for each fact. */
  readonly createColumn?: () => FeatureColumn;
}

/** Makes a feature whose column holds the exact value, computed once for all participants who share a fact. */
export function defineFactFeature<Fact, Need>(definition: FactFeatureDefinition<Fact, Need>): Feature {
  const { id, name, defaultWeight, unknownValue, factOf, needOf, value, describe, notAsked } = definition;
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
    createColumn: definition.createColumn ?? (() => new FactColumn(definition)),
  };
}
