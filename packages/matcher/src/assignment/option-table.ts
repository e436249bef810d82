/**
 * What every solver works on. Each person takes at most one *option*: a place, or two places that fill one week
 * together. An option is worth something and uses up *resources*: a seat, shared hours, what an employer's
 * supervisors can take. Flat arrays, so that a large municipality fits into little memory.
 *
 * Resources are numbered: first the seats of every place (resource number = place number), then the rest.
 */
export interface OptionTable {
  readonly personCount: number;
  readonly placeCount: number;
  /** Options of person `p` are numbers `personStart[p]` to `personStart[p + 1] - 1`. */
  readonly personStart: Int32Array;
  /** The person of each option. */
  readonly personOf: Int32Array;
  /** What each option is worth, more than 0. */
  readonly worth: Float64Array;
  /** Uses of option `o` are numbers `useStart[o]` to `useStart[o + 1] - 1`; seats come first. */
  readonly useStart: Int32Array;
  readonly useResource: Int32Array;
  readonly useAmount: Float64Array;
  /** How much there is of each resource, 0 or more. */
  readonly capacity: Float64Array;
}

/** An option in words, from which a table is made. */
export interface Option {
  readonly worth: number;
  /** Pairs of resource and amount, seats first, each resource once. */
  readonly uses: readonly (readonly [resource: number, amount: number])[];
}

/** An option's number, or this for somebody who has none. */
export const none = -1;

/** Makes a table of everybody's options, in the order given. */
export function optionTable(
  options: readonly (readonly Option[])[],
  placeCount: number,
  capacity: Float64Array,
): OptionTable {
  const optionCount = options.reduce((sum, own) => sum + own.length, 0);
  const useCount = options.reduce(
    (sum, own) => sum + own.reduce((uses, each) => uses + each.uses.length, 0),
    0,
  );
  const table = {
    personCount: options.length,
    placeCount,
    personStart: new Int32Array(options.length + 1),
    personOf: new Int32Array(optionCount),
    worth: new Float64Array(optionCount),
    useStart: new Int32Array(optionCount + 1),
    useResource: new Int32Array(useCount),
    useAmount: new Float64Array(useCount),
    capacity,
  };
  let option = 0;
  let use = 0;
  for (const [person, own] of options.entries()) {
    for (const { worth, uses } of own) {
      table.personOf[option] = person;
      table.worth[option] = worth;
      for (const [resource, amount] of uses) {
        table.useResource[use] = resource;
        table.useAmount[use++] = amount;
      }
      table.useStart[++option] = use;
    }
    table.personStart[person + 1] = option;
  }
  return table;
}

/** The same options with other worths. */
export function withWorth(table: OptionTable, worthOf: (option: number) => number): OptionTable {
  return { ...table, worth: table.worth.map((_, option) => worthOf(option)) };
}

/** The options of some people only, each worth 1: its best value is how many of them can have a place together. */
export function countingTable(table: OptionTable, isCounted: (person: number) => boolean): OptionTable {
  const options = Array.from({ length: table.personCount }, (_, person) =>
    isCounted(person)
      ? optionsOf(table, person).map((option) => ({ worth: 1, uses: usesOf(table, option) }))
      : [],
  );
  return optionTable(options, table.placeCount, table.capacity);
}

/** The numbers of a person's options. */
export function optionsOf({ personStart }: OptionTable, person: number): number[] {
  const first = personStart[person] ?? 0;
  return Array.from({ length: (personStart[person + 1] ?? 0) - first }, (_, index) => first + index);
}

/** The resources that an option uses and how much of each. */
export function usesOf({ useStart, useResource, useAmount }: OptionTable, option: number): Option["uses"] {
  const first = useStart[option] ?? 0;
  return Array.from(
    { length: (useStart[option + 1] ?? 0) - first },
    (_, index) => [useResource[first + index] ?? 0, useAmount[first + index] ?? 0] as const,
  );
}

/** The numbers of the places that an option takes a seat at. */
export function placesOf(table: OptionTable, option: number): number[] {
  const places: number[] = [];
  for (let use = table.useStart[option] ?? 0; use < (table.useStart[option + 1] ?? 0); use++) {
    const resource = table.useResource[use] ?? 0;
    if (resource < table.placeCount) places.push(resource);
  }
  return places;
}

/** What an option costs at the given prices of the resources. */
export function priceOf(table: OptionTable, option: number, prices: Float64Array): number {
  let price = 0;
  const end = table.useStart[option + 1] ?? 0;
  for (let use = table.useStart[option] ?? 0; use < end; use++) {
    price += (prices[table.useResource[use] ?? 0] ?? 0) * (table.useAmount[use] ?? 0);
  }
  return price;
}
