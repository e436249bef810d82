import type { FloorReport } from "../fairness/floor-report.ts";
import type { Optimality } from "./solve.ts";
import type { Utility } from "./utility.ts";

/**
 * Why somebody is not proposed to a place that is open to them.
 * - `worthLess`: another place, or this one for the time being, is worth more to the whole.
 * - `seatsTaken`: every seat is proposed to somebody for whom it is worth more.
 * - `hoursTaken`: the hours that are shared there do not suffice beside those of the others.
 * - `supervisorsFull`: the employer can supervise no more new people.
 */
export type NotHereReason = "worthLess" | "seatsTaken" | "hoursTaken" | "supervisorsFull";

/** A place that somebody could have been proposed to instead. */
export interface Alternative {
  readonly vacancy: string;
  /** The match's score there, 0 to 1. */
  readonly score: number;
  /** What the proposal would be worth there. */
  readonly utility: number;
  /** What one more person there would cost all others together, in utility; 0 while there is room. */
  readonly price: number;
  readonly reason: NotHereReason;
  /**
   * Those who take up what is missing there, in the order of ids; empty for `worthLess`. May name people of any unit
   * that was assigned together: leave out those whom the reader may not see.
   */
  readonly takenBy: readonly string[];
}

/** One person's place. A proposal to a person who decides; never a decision. */
export interface ProposedPlace {
  readonly participant: string;
  readonly vacancy: string;
  /** The match's score, 0 to 1. */
  readonly score: number;
  readonly utility: Utility;
  /** Hours a week, where the place shares hours or can be combined. */
  readonly hours?: number;
  /** Whether the pair was in the previous proposal. */
  readonly isUnchanged: boolean;
  /** What this place costs all others together, in utility. `utility.total - price` is nowhere greater. */
  readonly price: number;
  /** Why not there instead: the other open places that would be worth most, at most three. */
  readonly alternatives: readonly Alternative[];
}

/** Somebody whom no place is proposed to. */
export interface UnplacedPerson {
  readonly participant: string;
  /** `noPlaceFits`: no pair with this person was given, or none reached the least score. `outbid`: see `alternatives`. */
  readonly reason: "noPlaceFits" | "outbid";
  readonly alternatives: readonly Alternative[];
}

/** Seats that stay empty at one place. */
export interface EmptySeats {
  readonly vacancy: string;
  readonly seats: number;
  /**
   * `nobodyFits`: nobody is open to the place. `everybodyElsewhere`: all who are have a place that is worth more to the
   * whole. `hoursTaken`, `supervisorsFull`: as for people.
   */
  readonly reason: "nobodyFits" | "everybodyElsewhere" | "hoursTaken" | "supervisorsFull";
  /** How many people the place is open to. */
  readonly fitting: number;
}

/** What a way of giving out places achieves. */
export interface AssignmentOutcome {
  /** People with a place. */
  readonly people: number;
  readonly seatsFilled: number;
  /** The score of the proposal that fits least, 0 to 1; absent where there is none. */
  readonly lowestScore?: number;
  /** Mean score of the proposals, 0 to 1; absent where there is none. */
  readonly meanScore?: number;
  /** Days that the person has waited longest who fits a place and has none; absent where there is none. */
  readonly longestWaitWithoutPlace?: number;
}

/** A proposal for the night: who could be placed where. A person decides on each. */
export interface AssignmentProposal {
  /** ISO date. */
  readonly date: string;
  /** In the order of participants' ids. */
  readonly proposals: readonly ProposedPlace[];
  readonly unplaced: readonly UnplacedPerson[];
  readonly emptySeats: readonly EmptySeats[];
  readonly optimality: Optimality;
  /** Present when a floor was asked for. */
  readonly floor?: FloorReport;
  readonly comparison: {
    readonly proposed: AssignmentOutcome;
    /** Each place in turn takes the best of those who are free. */
    readonly greedy: AssignmentOutcome;
    /** How many different people stand first on the places' own lists, as many on each as it has seats. */
    readonly peopleOnTopOfLists: number;
  };
  /** What was not looked at, so that "best" is not read as more than it is. */
  readonly leftOut: {
    /** Pairs below the least score. */
    readonly belowLeastScore: number;
    /** Combinations of two places beyond the 200 best of one person. */
    readonly combinations: number;
    /** Pairs beyond the best of each place and person, where a matcher chose the pairs. */
    readonly beyondBest?: number;
  };
  /** Prices of seats, shared hours and supervisors, by name: what the next assignment starts from. */
  readonly prices: Readonly<Record<string, number>>;
}
