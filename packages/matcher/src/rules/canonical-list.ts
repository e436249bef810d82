/** The distinct items in a fixed order, so that lists which say the same become the same fact. */
export function canonicalList<Item>(items: readonly Item[]): readonly Item[] {
  if (items.length < 2) return items;
  const distinct = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
