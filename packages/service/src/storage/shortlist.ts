import type { Contribution, Funnel } from "@jobbmatch/matcher";
import type { PackedShortlist } from "./packed-shortlist.ts";

/** One person on a stored shortlist: ids, numbers and outcomes, without a word of a profile. */
export interface ShortlistEntry {
  readonly participant: string;
  /** 1 for the best. */
  readonly rank: number;
  /** 0 to 1. */
  readonly score: number;
  readonly contributions: readonly Pick<
    Contribution,
    "feature" | "value" | "weight" | "contribution" | "known"
  >[];
  readonly rules: readonly { readonly rule: string; readonly outcome: "pass" | "fail" | "unknown" }[];
}

interface ShortlistHead {
  readonly vacancy: string;
  readonly unit: string;
  /** The index that computed it had seen the change log up to here; 0: somebody was erased from it since. */
  readonly position: number;
  /** The day that it was computed for, ISO date. */
  readonly date: string;
  readonly model: string;
  readonly rulesVersion: string;
}

/** The ranked candidates of one vacancy among the participants of one unit. */
export interface StoredShortlist extends ShortlistHead {
  readonly entries: readonly ShortlistEntry[];
  readonly nearMisses: readonly ShortlistEntry[];
  /** Of the moment when the list was last made for another reason than a participant's change. */
  readonly funnel: Funnel;
}

/** A list that is to be stored. */
export interface NewShortlist extends ShortlistHead {
  readonly content: PackedShortlist;
  /** `undefined`: the one that is stored stays. */
  readonly funnel: Funnel | undefined;
}
