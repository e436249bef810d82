import type { Funnel } from "@jobbmatch/matcher";
import { type JudgedBy, type PackedEntry, unpackEntries } from "../packed-shortlist.ts";
import type { StoredShortlist } from "../shortlist.ts";

/** The columns that `shortlistOf` reads. */
export const shortlistColumns =
  "vacancy_id, unit, position, date, model, rules_version, computed_at, judged_by, entries, funnel, near_misses";

export interface ShortlistRow {
  readonly vacancy_id: string;
  readonly unit: string;
  readonly position: number;
  readonly date: string;
  readonly model: string;
  readonly rules_version: string;
  readonly computed_at: string;
  readonly judged_by: JudgedBy;
  readonly entries: readonly PackedEntry[];
  readonly funnel: Funnel;
  readonly near_misses: readonly PackedEntry[];
}

/** A stored shortlist with the time of its computation. */
export interface ReadShortlist extends StoredShortlist {
  /** ISO time. */
  readonly computedAt: string;
}

export function shortlistOf({
  vacancy_id,
  rules_version,
  computed_at,
  judged_by,
  entries,
  near_misses,
  ...row
}: ShortlistRow): ReadShortlist {
  return {
    ...row,
    vacancy: vacancy_id,
    rulesVersion: rules_version,
    computedAt: computed_at,
    entries: unpackEntries(judged_by, entries),
    nearMisses: unpackEntries(judged_by, near_misses),
  };
}
