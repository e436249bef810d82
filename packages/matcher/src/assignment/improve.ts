import { none, type OptionTable } from "./option-table.ts";
import type { Usage } from "./usage.ts";

/** Rounds over everybody; in practice the second finds nothing more. */
const mostRounds = 10;

/** Moves people to better options that have room, one at a time, until nobody can gain alone. */
export function improve(table: OptionTable, usage: Usage): void {
  for (let round = 0; round < mostRounds; round++) {
    let moved = false;
    for (let person = 0; person < table.personCount; person++) {
      if (moveToBest(table, usage, person)) moved = true;
    }
    if (!moved) return;
  }
}

function moveToBest(table: OptionTable, usage: Usage, person: number): boolean {
  let moved = false;
  const end = table.personStart[person + 1] ?? 0;
  for (let option = table.personStart[person] ?? 0; option < end; option++) {
    const current = usage.chosen[person] ?? none;
    const currentWorth = current === none ? 0 : (table.worth[current] ?? 0);
    if ((table.worth[option] ?? 0) > currentWorth && usage.exchange(person, option)) moved = true;
  }
  return moved;
}
