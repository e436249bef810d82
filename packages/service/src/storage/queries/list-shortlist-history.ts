import type { Queryable } from "../database.ts";
import { type JudgedBy, type PackedEntry, unpackEntries } from "../packed-shortlist.ts";
import type { ShortlistEntry } from "../shortlist.ts";
import type { VisibleUnits } from "../visible.ts";

/** How a shortlist changed at a time, and what it became. */
export interface HistoryEntry {
  readonly id: number;
  readonly vacancy: string;
  readonly unit: string;
  readonly position: number;
  /** ISO time. */
  readonly at: string;
  readonly cause: string;
  readonly diff: {
    readonly entered: readonly string[];
    readonly left: readonly string[];
    readonly moved: readonly { readonly participant: string; readonly from: number; readonly to: number }[];
  };
  readonly entries: readonly ShortlistEntry[];
}

interface HistoryRow extends Omit<HistoryEntry, "entries"> {
  readonly judged_by: JudgedBy;
  readonly entries: readonly PackedEntry[];
}

export interface HistoryQuery {
  readonly vacancy: string;
  readonly units: VisibleUnits;
  /** Only entries with lower ids. Absent: from the newest. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** The history of a vacancy's shortlists, the newest change first. */
export async function listShortlistHistory(
  client: Queryable,
  { vacancy, units, before, limit }: HistoryQuery,
): Promise<readonly HistoryEntry[]> {
  const { rows } = await client.query<HistoryRow>(
    `SELECT id, vacancy_id AS vacancy, unit, position, at, cause, diff, judged_by, entries
     FROM shortlist_history
     WHERE vacancy_id = $1 AND ($2::text[] IS NULL OR unit = ANY ($2::text[]))
       AND ($3::bigint IS NULL OR id < $3)
     ORDER BY id DESC LIMIT $4`,
    [vacancy, units, before ?? null, limit],
  );
  return rows.map(({ judged_by, entries, ...row }) => ({
    ...row,
    entries: unpackEntries(judged_by, entries),
  }));
}
