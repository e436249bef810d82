import type { Localised } from "@jobbmatch/shared";
import { FactValueColumn, type ValueDefinition } from "../columns/value-column.ts";
import type { Feature, FeatureId } from "./feature.ts";

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
    columnIsExact: true,
    createColumn: () => new FactValueColumn({ ...definition, value: numberOf }),
    upperBound: (_similarity, fromColumn) => fromColumn,
  };
}
