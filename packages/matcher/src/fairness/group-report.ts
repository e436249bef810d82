import { type Interval, wilsonInterval } from "./wilson-interval.ts";

/** Counts below this are not given: they could point at somebody. */
export const smallestCell = 5;

/** How often one group was proposed, beside everybody. */
export interface GroupShare {
  readonly group: string;
  /** People of the group; absent when withheld. */
  readonly people?: number;
  /** Those of them who are proposed somewhere; absent when withheld. */
  readonly proposed?: number;
  /**
   * 95 % interval of the share that is proposed, 0 to 1. Where `proposed` is withheld for being small, it covers every
   * count that may be hidden. Absent where `people` is withheld, and for a group withheld beside another.
   */
  readonly interval?: Interval;
  /** Whether the interval lies below or above the share of everybody, or holds it. */
  readonly comparedWithAll?: "lower" | "similar" | "higher";
}

/** Proposals by group, in the order of the groups' names. */
export interface GroupReport {
  /** Everybody who took part. */
  readonly people: number;
  readonly proposed: number;
  readonly groups: readonly GroupShare[];
}

/** Somebody who took part, and whether a place is proposed. */
export interface PoolMember {
  readonly participant: string;
  readonly isProposed: boolean;
}

/** The group of somebody of whom none is known. */
export const unknownGroup = "unknown";

interface Cell {
  readonly group: string;
  readonly people: number;
  readonly proposed: number;
}

/**
 * Counts proposals by group. A group of fewer than five people is withheld, and so is a number of proposed, or of not
 * proposed, from one to four. Where that hides one single number, the next smallest is withheld as well, since it could
 * be found by subtraction otherwise.
 */
export function groupReport(
  pool: readonly PoolMember[],
  groupOf: (participant: string) => string | undefined,
): GroupReport {
  const cells = cellsOf(pool, groupOf);
  const people = pool.length;
  const proposed = pool.filter(({ isProposed }) => isProposed).length;
  const small = withheld(
    cells,
    ({ people: count }) => count < smallestCell,
    ({ people: count }) => count,
  );
  const shown = cells.filter((cell) => !small.has(cell));
  const hidden = withheld(
    shown,
    (cell) => isTelling(cell.proposed) || isTelling(cell.people - cell.proposed),
    (cell) => cell.proposed,
    // What the small groups hide together already cannot be told apart by subtraction.
    small.size,
  );
  const share = people === 0 ? 0 : proposed / people;
  return {
    people,
    proposed,
    groups: cells.map((cell) => {
      if (small.has(cell)) return { group: cell.group };
      return hidden.has(cell) ? withoutCount(cell, share) : withCount(cell, share);
    }),
  };
}

function cellsOf(pool: readonly PoolMember[], groupOf: (participant: string) => string | undefined): Cell[] {
  const cells = new Map<string, { people: number; proposed: number }>();
  for (const { participant, isProposed } of pool) {
    const group = groupOf(participant) ?? unknownGroup;
    const cell = cells.get(group) ?? { people: 0, proposed: 0 };
    cells.set(group, cell);
    cell.people += 1;
    if (isProposed) cell.proposed += 1;
  }
  return [...cells]
    .map(([group, counts]) => ({ group, ...counts }))
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}

/** The cells to withhold: those that must be, and one more if it is one alone. */
function withheld(
  cells: readonly Cell[],
  mustBe: (cell: Cell) => boolean,
  sizeOf: (cell: Cell) => number,
  alreadyHidden = 0,
): ReadonlySet<Cell> {
  const hidden = new Set(cells.filter(mustBe));
  if (hidden.size !== 1 || alreadyHidden > 0) return hidden;
  const [next] = cells.filter((cell) => !hidden.has(cell)).sort((a, b) => sizeOf(a) - sizeOf(b));
  return next === undefined ? hidden : hidden.add(next);
}

function withCount({ group, people, proposed }: Cell, shareOfAll: number): GroupShare {
  const interval = wilsonInterval(proposed, people);
  return { group, people, proposed, interval, comparedWithAll: compare(interval, shareOfAll) };
}

/** The interval of every number that the rule of small cells may hide; none for a cell that is hidden beside another. */
function withoutCount({ group, people, proposed }: Cell, shareOfAll: number): GroupShare {
  const possible = possibleCounts(people, proposed);
  if (possible === undefined) return { group, people };
  const interval = {
    low: wilsonInterval(possible.from, people).low,
    high: wilsonInterval(possible.to, people).high,
  };
  return { group, people, interval, comparedWithAll: compare(interval, shareOfAll) };
}

function possibleCounts(people: number, proposed: number): { from: number; to: number } | undefined {
  const fewest = { from: 1, to: Math.min(smallestCell, people) - 1 };
  const most = { from: Math.max(people - smallestCell, 0) + 1, to: people - 1 };
  if (isTelling(proposed) && isTelling(people - proposed))
    return { from: Math.min(fewest.from, most.from), to: Math.max(fewest.to, most.to) };
  if (isTelling(proposed)) return fewest;
  return isTelling(people - proposed) ? most : undefined;
}

/** Whether a count is small enough to point at somebody. */
function isTelling(count: number): boolean {
  return count > 0 && count < smallestCell;
}

function compare({ low, high }: Interval, share: number): "lower" | "similar" | "higher" {
  if (high < share) return "lower";
  return low > share ? "higher" : "similar";
}
