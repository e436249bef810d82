import { none, type OptionTable, placesOf } from "./option-table.ts";
import { Usage } from "./usage.ts";

/**
 * What happens without an assignment: every place in turn takes the best of those who are still free, by score, as long
 * as it has seats. The same limits hold.
 *
 * @param scoreOf the score of an option of one place.
 */
export function greedyTopOne(table: OptionTable, scoreOf: (option: number) => number): Int32Array {
  const usage = new Usage(table);
  for (const options of bestFirst(table, scoreOf)) {
    for (const option of options) {
      const isFree = usage.chosen[table.personOf[option] ?? 0] === none;
      if (isFree && usage.fits(option)) usage.take(option);
    }
  }
  return usage.chosen;
}

/** How many different people stand first on the lists, when each list has as many places as there are seats. */
export function peopleOnTop(table: OptionTable, scoreOf: (option: number) => number): number {
  const people = new Set<number>();
  for (const [place, options] of bestFirst(table, scoreOf).entries()) {
    for (const option of options.slice(0, table.capacity[place])) people.add(table.personOf[option] ?? 0);
  }
  return people.size;
}

/** The options of one place for each place, best score first, then in the order of people. */
function bestFirst(table: OptionTable, scoreOf: (option: number) => number): number[][] {
  const byPlace = Array.from({ length: table.placeCount }, () => [] as number[]);
  for (let option = 0; option < table.personOf.length; option++) {
    const [place, other] = placesOf(table, option);
    if (place !== undefined && other === undefined) byPlace[place]?.push(option);
  }
  return byPlace.map((options) => options.sort((a, b) => scoreOf(b) - scoreOf(a) || a - b));
}
