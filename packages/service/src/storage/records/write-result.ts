import type { Problem } from "@jobbmatch/shared";

/** A record that was written, or was stored already just like that. */
export interface WrittenRecord {
  readonly kind: "written";
  readonly outcome: "created" | "updated" | "unchanged" | "removed";
  readonly id: string;
  readonly version: number;
  /** Position of its newest change. */
  readonly position: number;
}

export interface RefusedRecord {
  readonly kind: "refused";
  readonly id: string;
  readonly problem: Problem;
}

export type WriteResult = WrittenRecord | RefusedRecord;
