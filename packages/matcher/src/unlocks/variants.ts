import type { Change } from "../rules/change.ts";
import type { Efforts } from "../rules/effort.ts";

/** A record as it would be after one change or two. */
export interface Variant<Changed> {
  readonly changes: readonly Change<Changed>[];
  /** Positions of the variants that make one of the changes alone; empty for a single change. */
  readonly parts: readonly number[];
  readonly effort: number;
  /** Made anew at each call. */
  readonly record: () => Changed;
}

/** Every change alone, then every two changes of different aspects together. */
export function variantsOf<Changed>(
  before: Changed,
  changes: readonly Change<Changed>[],
  efforts: Efforts,
): Variant<Changed>[] {
  const singles = changes.map((change) => ({
    changes: [change],
    parts: [],
    effort: effortOf(change, efforts),
    record: () => change.apply(before),
  }));
  return [...singles, ...pairsOf(singles)];
}

function pairsOf<Changed>(singles: readonly Variant<Changed>[]): Variant<Changed>[] {
  return singles.flatMap((first, position) =>
    singles.slice(position + 1).flatMap((second, offset) => {
      const [other] = second.changes;
      if (other === undefined || first.changes.some(({ aspect }) => aspect === other.aspect)) return [];
      const changes = [...first.changes, other];
      const parts = [position, position + 1 + offset];
      return [
        {
          changes,
          parts,
          effort: first.effort + second.effort,
          record: () => other.apply(first.record()),
        },
      ];
    }),
  );
}

function effortOf<Changed>({ effort, times }: Change<Changed>, efforts: Efforts): number {
  return efforts[effort] * times;
}

/** One of each id; the first one stays. */
export function distinctChanges<Changed>(changes: Iterable<Change<Changed>>): Change<Changed>[] {
  const distinct = new Map<string, Change<Changed>>();
  for (const change of changes) if (!distinct.has(change.id)) distinct.set(change.id, change);
  return [...distinct.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
