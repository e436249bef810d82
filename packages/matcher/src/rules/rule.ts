import type {
  Localised,
  Participant,
  PlacementTypeCatalogue,
  RequirementSource,
  Vacancy,
} from "@jobbmatch/shared";
import type { ImagedColumn } from "../columns/column-image.ts";
import type { Bitset } from "./bitset.ts";
import type { ProfileChange, VacancyChange } from "./change.ts";
import type { FactStore } from "./fact-store.ts";

/** What a rule says of one participant and one vacancy. `unknown`: the profile lacks what the rule needs to know. */
export type Outcome = "pass" | "fail" | "unknown";

/** For whom a text is written. */
export const audiences = ["caseWorker", "employer", "participant"] as const;
export type Audience = (typeof audiences)[number];

/** How much of a rule an audience is told: everything, only how it came out, or not even that it exists. */
export type Disclosure = Readonly<Record<Audience, "full" | "outcome" | "hidden">>;

/** What a match is asked for, beside the vacancy. */
export interface MatchContext {
  /** The day of the match, ISO date. */
  readonly date: string;
  /** Units whose participants the asker may see; absent: all. */
  readonly units?: readonly string[];
  /** What holds for placement types and when. Default: the facts of `@jobbmatch/shared`. */
  readonly placementTypes?: PlacementTypeCatalogue;
}

/** A question whose answer would settle an unknown outcome. Equal ids are the same question. */
export interface Question {
  readonly id: string;
  readonly text: Localised;
}

/** A change of the person's situation that would turn a failed outcome into a passed one. */
export interface Remedy {
  readonly id: string;
  readonly text: Localised;
}

/** Why an outcome is what it is. */
export interface Evidence {
  /** What the vacancy asks for. */
  readonly required: Localised;
  /** What the profile says. */
  readonly found: Localised;
  readonly source: RequirementSource;
  /** The sentence in the ad that was read as a requirement. */
  readonly quote?: string;
  /** Present when the outcome is `unknown`. */
  readonly questions?: readonly Question[];
  /** Present when the outcome is `fail` and something could change it; all of them together lead to a pass. */
  readonly remedies?: readonly Remedy[];
}

/** The outcome of one rule for one pair, with its reason. */
export interface RuleResult {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly evidence: Evidence;
}

/** A field of a profile, or a field inside one of its objects. */
export type ProfilePath =
  | keyof Participant
  | `availability.${keyof NonNullable<Participant["availability"]>}`
  | `commute.${keyof NonNullable<Participant["commute"]>}`;

/**
 * A hard requirement, defined in one place: what it reads of a participant (`Fact`), what a vacancy asks (`Need`), how
 * the two compare, and how that is explained. The bitset path and the one-pair path both come from `judge`.
 */
export interface RuleDefinition<Fact, Need> {
  /** Unique among the rules of a matcher. */
  readonly id: string;
  readonly name: Localised;
  /** People beyond a border are invisible: not counted, not explained, no near misses. Default false. */
  readonly border?: boolean;
  readonly disclosure: Disclosure;
  readonly factOf: (participant: Participant) => Fact;
  /** All that `factOf` reads. Default: anything. Naming it makes unlocks faster. */
  readonly reads?: readonly ProfilePath[];
  /** `undefined` when the vacancy asks nothing: everybody passes and nothing is reported. */
  readonly needOf: (vacancy: Vacancy, context: MatchContext) => Need | undefined;
  /** Pure, fast and total: called for every distinct fact. */
  readonly judge: (need: Need, fact: Fact) => Outcome;
  readonly explain: (need: Need, fact: Fact) => Evidence;
  /** Facts with the same key are interchangeable and judged once. Default: their JSON text, so they must be plain data. */
  readonly keyOf?: (fact: Fact) => string;
  /**
   * The fact that a key stands for, so that facts can be written to a snapshot. Needed beside `keyOf`; without it, opening
   * a snapshot reads the profiles again. Default: from the JSON text.
   */
  readonly factOfKey?: (key: string) => Fact;
  /** Raise it when `factOf` or `keyOf` changes, so that facts in older snapshots are read anew. Default 1. */
  readonly factVersion?: number;
  /**
   * Where the facts of all participants lie. Needed only where nearly everybody's fact is another one; the store's `judge`
   * must then agree with the rule's. Default: each distinct fact is kept and judged once.
   */
  readonly createFacts?: () => FactStore<Fact, Need>;
  /**
   * Needs with the same key are judged alike and leave the same questions open, whatever sentence they come from; their
   * answers are remembered. Default: answers are not remembered.
   */
  readonly needKeyOf?: (need: Need) => string;
  /**
   * Changes of the profile that may help when the outcome is `fail`; what they really bring is judged by all rules before
   * anybody sees them. Default: none.
   */
  readonly changesFor?: (need: Need, fact: Fact) => readonly ProfileChange[];
  /** Changes of the vacancy that ease what it asks of this rule; judged in the same way. Default: none. */
  readonly relaxationsOf?: (vacancy: Vacancy, context: MatchContext) => readonly VacancyChange[];
}

/** A rule as the matcher holds it; what it reads and asks stays inside. Made by `defineRule`. */
export interface Rule {
  readonly id: string;
  readonly name: Localised;
  readonly border: boolean;
  readonly disclosure: Disclosure;
  /** All that the rule reads of a profile; `undefined` when it may be anything. */
  readonly reads: readonly ProfilePath[] | undefined;
  /** A new, empty column of this rule's facts. */
  createColumn(): FactColumn;
  /** What the vacancy could ease of its demands under this rule. */
  relaxationsOf(vacancy: Vacancy, context: MatchContext): readonly VacancyChange[];
}

/** The facts of all participants for one rule, by slot. */
export interface FactColumn extends ImagedColumn {
  /**
   * Reads what the rule needs of a participant, without changing anything yet; the returned function stores it. A
   * rule of a caller's own may throw while reading, never while storing.
   */
  prepare(participant: Participant): (slot: number) => void;
  remove(slot: number): void;
  /** Keeps what is known of whoever is in a slot, under the number of the change that is about to replace it. */
  keepFormer(slot: number, change: number): void;
  /** Forgets all that changes have replaced. */
  forgetFormer(): void;
  /** What the vacancy asks of this rule, or `undefined` if nothing. */
  compile(vacancy: Vacancy, context: MatchContext): Requirement | undefined;
}

/**
 * One vacancy's demand under one rule, ready to be answered for all participants or for one: for whoever is in a slot at
 * the moment of the call.
 */
export interface Requirement {
  /** Of one rule's requirements, those with the same key have the same outcomes and leave the same questions open. */
  readonly key?: string | undefined;
  /** Every slot that passes, and every slot whose outcome is unknown. The sets are shared: they must not be changed. */
  select(): { readonly pass: Bitset; readonly unknown: Bitset };
  judge(slot: number): Outcome;
  /** As `judge`, of whom one of the latest changes has replaced. @throws RangeError if nobody was there. */
  judgeFormer(change: number): Outcome;
  explain(slot: number): Evidence;
  /** As `explain`, of what is known now, but put into words when it is asked for. */
  explainLater(slot: number): () => Evidence;
  /** What the person could change, if the outcome is `fail`. */
  changes(slot: number): readonly ProfileChange[];
}

/** A rule that one vacancy makes use of. */
export interface AppliedRule {
  readonly rule: Rule;
  readonly requirement: Requirement;
}
