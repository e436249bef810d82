import type { Funnel } from "@jobbmatch/matcher";
import type { ShortlistEntry, StoredShortlist } from "../shortlist.ts";

export interface ShortlistRow {
  readonly vacancy_id: string;
  readonly unit: string;
  readonly position: number;
  readonly date: string;
  readonly model: string;
  readonly rules_version: string;
  readonly computed_at: string;
  readonly entries: readonly ShortlistEntry[];
  readonly funnel: Funnel;
  readonly near_misses: readonly ShortlistEntry[];
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
  near_misses,
  ...row
}: ShortlistRow): ReadShortlist {
  return {
    ...row,
    vacancy: vacancy_id,
    rulesVersion: rules_version,
    computedAt: computed_at,
    nearMisses: near_misses,
  };
}
