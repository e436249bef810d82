import type { CandidateRanking, FeatureId, RankedCandidate } from "@jobbmatch/matcher";
import type { ShortlistEntry } from "./shortlist.ts";

/** What the numbers and outcomes of all entries of a list stand for, in their order. */
export interface JudgedBy {
  readonly features: readonly { readonly feature: FeatureId; readonly weight: number }[];
  /** Ids. */
  readonly rules: readonly string[];
}

/** An entry as the database keeps it: a fifth of the bytes. */
export interface PackedEntry {
  readonly participant: string;
  readonly rank: number;
  readonly score: number;
  /** Of each feature, 0 to 1. */
  readonly values: readonly number[];
  /** `1` or `0` for each feature. */
  readonly known: string;
  /** `p`, `f` or `u` for each rule: pass, fail, unknown. */
  readonly outcomes: string;
}

/** What a list consists of, as the database keeps it. */
export interface PackedShortlist {
  readonly judgedBy: JudgedBy;
  readonly entries: readonly PackedEntry[];
  readonly nearMisses: readonly PackedEntry[];
}

const outcomes = { p: "pass", f: "fail", u: "unknown" } as const;
const letters = { pass: "p", fail: "f", unknown: "u" } as const;

export function packShortlist({
  features,
  rules,
  candidates,
  nearMisses,
}: Pick<CandidateRanking, "features" | "rules" | "candidates" | "nearMisses">): PackedShortlist {
  return {
    judgedBy: { features, rules },
    entries: candidates.map(packed),
    nearMisses: nearMisses.map(packed),
  };
}

export function unpackEntries(
  { features, rules }: JudgedBy,
  entries: readonly PackedEntry[],
): readonly ShortlistEntry[] {
  return entries.map(({ participant, rank, score, values, known, outcomes: letters }) => ({
    participant,
    rank,
    score,
    contributions: features.map(({ feature, weight }, place) => {
      const value = values[place] ?? 0;
      return { feature, value, weight, contribution: value * weight, known: known[place] === "1" };
    }),
    rules: rules.map((rule, place) => ({ rule, outcome: outcomeOf(letters[place]) })),
  }));
}

function packed(
  { participant, score, values, known, outcomes }: RankedCandidate,
  index: number,
): PackedEntry {
  return {
    participant,
    rank: index + 1,
    score,
    values,
    known: known.map((isKnown) => (isKnown ? "1" : "0")).join(""),
    outcomes: outcomes.map((outcome) => letters[outcome]).join(""),
  };
}

function outcomeOf(letter: string | undefined): ShortlistEntry["rules"][number]["outcome"] {
  return letter === "p" || letter === "f" ? outcomes[letter] : outcomes.u;
}
