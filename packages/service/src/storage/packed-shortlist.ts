import type { FeatureId } from "@jobbmatch/matcher";
import type { ShortlistEntry, StoredShortlist } from "./shortlist.ts";

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

/** @throws Error when the entries are not all judged by the same features, weights and rules. */
export function packShortlist({
  entries,
  nearMisses,
}: Pick<StoredShortlist, "entries" | "nearMisses">): PackedShortlist {
  const judgedBy = judgedByOf(entries[0] ?? nearMisses[0]);
  const pack = (entry: ShortlistEntry) => packed(entry, judgedBy);
  return { judgedBy, entries: entries.map(pack), nearMisses: nearMisses.map(pack) };
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

function judgedByOf(entry: ShortlistEntry | undefined): JudgedBy {
  return {
    features: entry?.contributions.map(({ feature, weight }) => ({ feature, weight })) ?? [],
    rules: entry?.rules.map(({ rule }) => rule) ?? [],
  };
}

function packed(entry: ShortlistEntry, judgedBy: JudgedBy): PackedEntry {
  const { participant, rank, score, contributions, rules } = entry;
  if (!isJudgedBy(entry, judgedBy)) throw new Error("the entries of a list are judged by different things");
  return {
    participant,
    rank,
    score,
    values: contributions.map(({ value }) => value),
    known: contributions.map(({ known }) => (known ? "1" : "0")).join(""),
    outcomes: rules.map(({ outcome }) => outcome.charAt(0)).join(""),
  };
}

function isJudgedBy(
  { contributions, rules: results }: ShortlistEntry,
  { features, rules }: JudgedBy,
): boolean {
  const hasFeatures = contributions.every(
    ({ feature, weight }, place) =>
      features[place]?.feature === feature && features[place]?.weight === weight,
  );
  const hasRules = results.every(({ rule }, place) => rules[place] === rule);
  return (
    hasFeatures && hasRules && contributions.length === features.length && results.length === rules.length
  );
}

function outcomeOf(letter: string | undefined): ShortlistEntry["rules"][number]["outcome"] {
  return letter === "p" || letter === "f" ? outcomes[letter] : outcomes.u;
}
