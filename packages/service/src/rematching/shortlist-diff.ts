/** What a diff compares: who stands where. */
export interface Placed {
  readonly participant: string;
  /** 1 for the best. */
  readonly rank: number;
}

/** How one shortlist became another. */
export interface ShortlistDiff {
  /** Ids of participants who are new on the list, best first. */
  readonly entered: readonly string[];
  /** Ids of those who are not on it any more, the formerly best first. */
  readonly left: readonly string[];
  /** Those who stayed at another rank, best first. */
  readonly moved: readonly { readonly participant: string; readonly from: number; readonly to: number }[];
}

/**
 * Compares two states of a shortlist.
 *
 * @example
 * diffShortlists([{ participant: "p1", rank: 1 }], [{ participant: "p2", rank: 1 }, { participant: "p1", rank: 2 }]);
 * // { entered: ["p2"], left: [], moved: [{ participant: "p1", from: 1, to: 2 }] }
 */
export function diffShortlists(before: readonly Placed[], after: readonly Placed[]): ShortlistDiff {
  const ranksBefore = new Map(before.map(({ participant, rank }) => [participant, rank]));
  const present = new Set(after.map(({ participant }) => participant));
  return {
    entered: after.filter(({ participant }) => !ranksBefore.has(participant)).map(idOf),
    left: before.filter(({ participant }) => !present.has(participant)).map(idOf),
    moved: after.flatMap(({ participant, rank }) => {
      const from = ranksBefore.get(participant);
      return from === undefined || from === rank ? [] : [{ participant, from, to: rank }];
    }),
  };
}

/** Whether nobody came, went or changed places. */
export function isUnchanged({ entered, left, moved }: ShortlistDiff): boolean {
  return entered.length === 0 && left.length === 0 && moved.length === 0;
}

function idOf({ participant }: Placed): string {
  return participant;
}
