import type { BatchKind } from "./batch-kind.ts";

/** A changed participant or vacancy. */
export interface ChangedEntity {
  readonly entity: "participant" | "vacancy";
  readonly id: string;
  /** Position of the change in the change log. */
  readonly position: number;
}

/** Changes that the shortlists are to follow, in one pass. */
export interface RematchJob {
  readonly changes: readonly ChangedEntity[];
}

/** A step of a batch run: the scheduler's tick, one shard of vacancies, or the report at the end. */
export type BatchJob =
  | { readonly step: "start"; readonly kind: BatchKind }
  | { readonly step: "shard"; readonly run: string; readonly number: number }
  | { readonly step: "finish"; readonly run: string };

/** One event that is to be sent to one webhook. */
export interface WebhookJob {
  readonly delivery: string;
}

/** What each queue carries: ids, versions and positions, never a word of a profile. */
export interface JobDataByQueue {
  readonly rematch: RematchJob;
  readonly nightly: BatchJob;
  readonly webhooks: WebhookJob;
}

export const queueNames = ["rematch", "nightly", "webhooks"] as const;
export type QueueName = (typeof queueNames)[number];
