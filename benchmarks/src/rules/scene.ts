import { Bitset, builtInRules, type FactColumn, type Rule } from "@jobbmatch/matcher";
import { parseParticipant, parseVacancy, type Vacancy } from "@jobbmatch/shared";
import { defaultToday, generateParticipants, generateVacancies } from "@jobbmatch/test-data";

const seed = 1;

/** One rule with everybody's facts for it. */
export interface FilledColumn {
  readonly rule: Rule;
  readonly column: FactColumn;
  /** To read and to store one participant, µs. */
  readonly storeMicroseconds: number;
}

/** A generated population in the columns of all built-in rules, and places that ask something of it. */
export interface Scene {
  readonly participants: number;
  readonly everyone: Bitset;
  readonly columns: readonly FilledColumn[];
  readonly vacancies: readonly Vacancy[];
  readonly date: string;
}

export function buildScene(participants: number, vacancies: number): Scene {
  const people = [...generateParticipants({ seed, count: participants })].map((input) =>
    validated(parseParticipant(input)),
  );
  const everyone = new Bitset(participants);
  for (let slot = 0; slot < participants; slot++) everyone.add(slot);
  const columns = builtInRules.map((rule) => {
    const column = rule.createColumn();
    const start = performance.now();
    for (const [slot, person] of people.entries()) column.prepare(person)(slot);
    return { rule, column, storeMicroseconds: ((performance.now() - start) * 1000) / participants };
  });
  const places = [...generateVacancies({ seed, count: vacancies })].map((input) =>
    validated(parseVacancy(input)),
  );
  return { participants, everyone, columns, vacancies: places, date: defaultToday };
}

function validated<Value>(
  parsed: { readonly ok: true; readonly value: Value } | { readonly ok: false },
): Value {
  if (!parsed.ok) throw new Error("the generator made a record that is not valid");
  return parsed.value;
}
