/**
 * The floor of the guard against creaming: nobody who fits some place goes unproposed for longer than a set number of
 * weeks while there is a seat.
 */
export interface FloorReport {
  readonly weeks: number;
  /** People who fit some place and have waited longer than that for a proposal. */
  readonly overdue: readonly OverduePerson[];
  /** How many of them have a place now. */
  readonly proposed: number;
  /** How many could have one at the most, all seats and limits considered; more is proved impossible where `isProven`. */
  readonly possible: number;
  readonly isProven: boolean;
  /** Whether all of them have a place. If not, the seats do not suffice. */
  readonly isKept: boolean;
  /** People who fit some place, but of whom neither a proposal nor a day of registration is known. */
  readonly unknownSince: number;
  /** What the guard did; absent where the result was the same without it. */
  readonly change?: FloorChange;
}

export interface OverduePerson {
  readonly participant: string;
  /** Whole weeks since the last proposal, or since registration for who has never had one. */
  readonly weeks: number;
  readonly isProposed: boolean;
}

/** How the result differs from what it would have been without the guard. */
export interface FloorChange {
  /** People who have a place now and would have had none without the guard. */
  readonly gained: readonly string[];
  /** People who would have had a place without the guard and have none now. */
  readonly lost: readonly string[];
  /** How many have another place than without the guard. */
  readonly moved: number;
  /** What it cost: utility without the guard less utility with it, 0 or more where both are proved best. */
  readonly cost: number;
}
