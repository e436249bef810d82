import fc from "fast-check";
import { none, type Option, type OptionTable, optionTable } from "../../src/assignment/option-table.ts";
import { Usage } from "../../src/assignment/usage.ts";

/** What one person could do at one place, in whole hundredths of worth, so that ties happen. */
interface Draw {
  readonly worth: number;
  readonly hours: number;
}

/** Random tables: seats, for some places shared hours, for some employers a limit, and combinations of two places. */
export function tables({ unitsOnly = false, people = 5, places = 4 } = {}): fc.Arbitrary<OptionTable> {
  const draw: fc.Arbitrary<Draw> = fc.record({
    worth: fc.integer({ min: 1, max: 300 }).map((hundredths) => hundredths / 100),
    hours: fc.constantFrom(10, 15, 20, 40),
  });
  const place = fc.record({
    seats: fc.integer({ min: 0, max: 3 }),
    employer: fc.integer({ min: 0, max: 1 }),
    sharedHours: unitsOnly ? fc.constant(undefined) : fc.option(fc.constantFrom(30, 40), { nil: undefined }),
  });
  return fc
    .record({
      places: fc.array(place, { minLength: 1, maxLength: places }),
      limits: fc.tuple(...[0, 1].map(() => fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }))),
      people: fc.array(
        fc.array(fc.option(draw, { nil: undefined }), { minLength: places, maxLength: places }),
        {
          minLength: 1,
          maxLength: people,
        },
      ),
      combine: unitsOnly ? fc.constant(false) : fc.boolean(),
    })
    .map(({ places: drawn, limits, people: wishes, combine }) => tableOf(drawn, limits, wishes, combine));
}

interface DrawnPlace {
  readonly seats: number;
  readonly employer: number;
  readonly sharedHours: number | undefined;
}

function tableOf(
  places: readonly DrawnPlace[],
  limits: readonly (number | undefined)[],
  people: readonly (readonly (Draw | undefined)[])[],
  combine: boolean,
): OptionTable {
  const capacity = places.map(({ seats }) => seats);
  const add = (amount: number | undefined) => (amount === undefined ? undefined : capacity.push(amount) - 1);
  const hours = places.map(({ sharedHours }) => add(sharedHours));
  const supervisors = limits.map(add);
  const optionOf = (parts: readonly (readonly [number, Draw])[]): Option => {
    const uses = new Map<number, number>(parts.map(([place]) => [place, 1]));
    for (const [place, own] of parts) {
      const shared = hours[place];
      if (shared !== undefined) uses.set(shared, own.hours);
      const limited = supervisors[places[place]?.employer ?? 0];
      if (limited !== undefined) uses.set(limited, 1);
    }
    return { worth: parts.reduce((sum, [, { worth }]) => sum + worth, 0), uses: sortUses(uses) };
  };
  const options = people.map((row) => {
    const singles = row.slice(0, places.length).flatMap((own, place) => (own ? [[place, own] as const] : []));
    const pairs = combine
      ? singles.flatMap((one, index) => singles.slice(index + 1).map((other) => [one, other]))
      : [];
    return [...singles.map((one) => [one]), ...pairs].map(optionOf);
  });
  return optionTable(options, places.length, Float64Array.from(capacity));
}

function sortUses(uses: ReadonlyMap<number, number>): (readonly [number, number])[] {
  return [...uses].sort(([a], [b]) => a - b);
}

/** The greatest value of all choices, by trying every one. */
export function bruteForce(table: OptionTable): number {
  const usage = new Usage(table);
  const best = (person: number): number => {
    if (person === table.personCount) return 0;
    let most = best(person + 1);
    for (
      let option = table.personStart[person] ?? 0;
      option < (table.personStart[person + 1] ?? 0);
      option++
    ) {
      if (!usage.fits(option)) continue;
      usage.take(option);
      most = Math.max(most, (table.worth[option] ?? 0) + best(person + 1));
      usage.release(person);
    }
    return most;
  };
  return best(0);
}

/** How much of each resource a choice uses, counted anew. */
export function usedBy(table: OptionTable, chosen: Int32Array): number[] {
  const used = Array.from(table.capacity, () => 0);
  for (const option of chosen) {
    if (option === none) continue;
    for (let use = table.useStart[option] ?? 0; use < (table.useStart[option + 1] ?? 0); use++) {
      const resource = table.useResource[use] ?? 0;
      used[resource] = (used[resource] ?? 0) + (table.useAmount[use] ?? 0);
    }
  }
  return used;
}
