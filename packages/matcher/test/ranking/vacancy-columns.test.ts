import type { Participant, Vacancy } from "@jobbmatch/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FeatureColumn } from "../../src/ranking/feature-column.ts";
import { experiencePlaces, placesPerSlot } from "../../src/ranking/feature-column.ts";
import { features } from "../../src/ranking/features/index.ts";
import { similaritiesOf } from "../../src/ranking/slot-similarities.ts";
import type { ComparedVacancies, VacancyColumn } from "../../src/ranking/vacancy-columns/vacancy-column.ts";
import { placesOfFacets } from "../../src/store/facet-places.ts";
import { participantFacets } from "../../src/text/facets.ts";
import { participantArbitrary, vacancyArbitrary } from "../arbitraries.ts";

const date = "2026-11-23";
const slotCount = 5;

type Step =
  | { readonly kind: "set"; readonly slot: number; readonly vacancy: Vacancy }
  | { readonly kind: "remove"; readonly slot: number };

const slot = fc.nat({ max: slotCount - 1 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant("set" as const), slot, vacancy: vacancyArbitrary }),
    },
    fc.record({ kind: fc.constant("remove" as const), slot }),
  ),
  { maxLength: 12 },
);
const similarity = fc.double({ min: -1, max: 1, noNaN: true });
const similaritiesArbitrary = fc.array(fc.array(similarity, { minLength: 40, maxLength: 40 }), {
  minLength: slotCount,
  maxLength: slotCount,
});

/** What is left after all steps, in the columns and by slot. */
function taken(all: readonly Step[], column: VacancyColumn): (Vacancy | undefined)[] {
  const left = new Array<Vacancy | undefined>(slotCount).fill(undefined);
  for (const each of all) {
    if (each.kind === "set") column.set(each.slot, each.vacancy);
    else column.remove(each.slot);
    left[each.slot] = each.kind === "set" ? each.vacancy : undefined;
  }
  return left;
}

function skillCount({ skills }: Vacancy): number {
  return (skills?.must?.length ?? 0) + (skills?.nice?.length ?? 0);
}

/** Similarities of one pair: for each place of a text that the profile has, and for each skill that is asked for. */
function pairOf(participant: Participant, vacancy: Vacancy, numbers: readonly number[]) {
  const texts = new Float64Array(placesPerSlot).fill(Number.NEGATIVE_INFINITY);
  for (const place of placesOfFacets(participantFacets(participant))) texts[place] = numbers[place] ?? 0;
  const skills = Float64Array.from({ length: skillCount(vacancy) }, (_, position) =>
    Math.max(0, numbers[placesPerSlot + position] ?? 0),
  );
  return similaritiesOf(texts, skills);
}

interface Placed {
  readonly slot: number;
  readonly vacancy: Vacancy;
  readonly pair: ReturnType<typeof pairOf>;
}

/** The same for all vacancies. Each skill that some vacancy asks for has a number of its own. */
function comparedOf(placed: readonly Placed[]): ComparedVacancies {
  const nearestSkill = placed.flatMap(({ pair }) => [...pair.skills]);
  const firstSkill = new Map<number, number>();
  let count = 0;
  for (const { slot: each, pair } of placed) {
    firstSkill.set(each, count);
    count += pair.skills.length;
  }
  const skillsOf = (each: number) => {
    const own = placed.find(({ slot: other }) => other === each)?.pair.skills.length ?? 0;
    return Uint32Array.from({ length: own }, (_, position) => (firstSkill.get(each) ?? 0) + position);
  };
  return {
    slots: Uint32Array.from(placed, (each) => each.slot),
    experience: Array.from({ length: experiencePlaces }, (_, place) => {
      const column = Float64Array.from(placed, ({ pair }) => pair.texts[place] ?? Number.NaN);
      return column.includes(Number.NEGATIVE_INFINITY) ? undefined : column;
    }),
    background: Float64Array.from(placed, ({ pair }) => pair.background),
    wish: Float64Array.from(placed, ({ pair }) => pair.wish),
    nearestSkill: Float64Array.from(nearestSkill),
    skillsOf,
  };
}

function valuesOneByOne(column: FeatureColumn, placed: readonly Placed[]): Float64Array {
  return Float64Array.from(placed, ({ vacancy, pair }) => {
    return column.compile(vacancy, date)?.valueAt(0, pair) ?? Number.NaN;
  });
}

describe.each(features.map((feature) => [feature.id, feature] as const))(
  "%s of many vacancies",
  (_, feature) => {
    it("is to the bit what it is of each of them", () => {
      fc.assert(
        fc.property(participantArbitrary, steps, similaritiesArbitrary, (participant, all, numbers) => {
          const column = feature.createColumn();
          column.set(0, participant);
          const vacancyColumn = column.createVacancyColumn();
          const left = taken(all, vacancyColumn);
          const placed = left.flatMap((vacancy, each) =>
            vacancy === undefined
              ? []
              : [{ slot: each, vacancy, pair: pairOf(participant, vacancy, numbers[each] ?? []) }],
          );
          const values = new Float64Array(placed.length);
          vacancyColumn.value({ slot: 0, date }, comparedOf(placed), values);
          expect(values).toEqual(valuesOneByOne(column, placed));
        }),
        { numRuns: 300 },
      );
    });
  },
);
