import type { Participant, Vacancy } from "@jobbmatch/shared";
import fc from "fast-check";
import { expect, it } from "vitest";
import { FactColumn } from "../../src/ranking/fact-column.ts";
import type { CompiledFeature, SlotSimilarities } from "../../src/ranking/feature-column.ts";
import { participantArbitrary, vacancyArbitrary } from "../arbitraries.ts";

const slotCount = 6;
const similarities: SlotSimilarities = {
  texts: new Float64Array(8),
  experience: new Float64Array(3),
  background: 0,
  wish: 0,
  skills: new Float64Array(0),
};

/** A value from the number of seats that are asked for and the version of a profile. */
const valueFor = (seats: number, version: number) => ((seats + 1) * version) / 40;

function versionColumn(): FactColumn<number, number> {
  return new FactColumn({
    factOf: ({ version }) => version,
    keyOf: String,
    factOfKey: Number,
    needOf: ({ seats }) => seats,
    needKeyOf: String,
    value: valueFor,
    unknownValue: 0,
  });
}

type Step =
  | { readonly kind: "set"; readonly slot: number; readonly participant: Participant }
  | { readonly kind: "remove"; readonly slot: number }
  | { readonly kind: "bound" };

const slot = fc.nat({ max: slotCount - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("set" as const), slot, participant: participantArbitrary }),
  fc.record({ kind: fc.constant("remove" as const), slot }),
  fc.constant({ kind: "bound" as const }),
);

/** Takes a step and says what becomes of the versions. */
function take(each: Step, column: FactColumn<number, number>, versions: (number | undefined)[]): void {
  switch (each.kind) {
    case "set":
      column.set(each.slot, each.participant);
      versions[each.slot] = each.participant.version;
      break;
    case "remove":
      column.remove(each.slot);
      versions[each.slot] = undefined;
      break;
    case "bound":
      break;
  }
}

function boundsOf({ bound }: CompiledFeature): number[] {
  if (bound.kind !== "values") throw new Error("the values are not known exactly");
  return Array.from({ length: slotCount }, (_, index) => bound.valueAt(index));
}

it("values everybody as they are now, whatever was remembered before a change", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), vacancyArbitrary, (steps, vacancy: Vacancy) => {
      const column = versionColumn();
      const compiled = column.compile(vacancy);
      const versions: (number | undefined)[] = new Array(slotCount).fill(undefined);
      for (const each of steps) {
        take(each, column, versions);
        const expected = versions.map((version) =>
          version === undefined ? 0 : valueFor(vacancy.seats, version),
        );
        if (compiled === undefined) throw new Error("the vacancy asks for seats");
        if (each.kind === "bound") expect(boundsOf(compiled)).toEqual(expected);
        expect(expected.map((_, index) => compiled.valueAt(index, similarities))).toEqual(expected);
      }
    }),
  );
});
