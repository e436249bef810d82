/** How things in a list belong together: all of them, or any one. */
export type Combination = "all" | "any";

/** `eller`, `alternativt`, a slash and `or` mean any one; `och`, `samt`, plus, comma mean all. */
export function combinationOf(between: string): Combination {
  return /eller|alternativt|alt\.|\/|(?<!\p{L})or(?!\p{L})/iu.test(between) ? "any" : "all";
}

/** Groups of a requirement from the items of a list: one group for each item, or one for all. */
export function groupsOf<Item>(items: readonly Item[], combination: Combination): Item[][] {
  const distinct = [...new Set(items)];
  if (distinct.length === 0) return [];
  return combination === "any" ? [distinct] : distinct.map((item) => [item]);
}
