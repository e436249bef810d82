import type { UnlistedParticipants } from "../storage/queries/read-unlisted-participants.ts";
import type { ShardResult } from "./shard-result.ts";

/** Ids that a report lists of one kind at most; the counts are of all. */
export const listedIds = 1000;

/** What a batch run has found and changed. */
export interface BatchReport {
  readonly vacancies: number;
  readonly shortlists: number;
  readonly vacanciesWithoutCandidates: { readonly count: number; readonly ids: readonly string[] };
  /** Those who stand on no shortlist, in whatever place. */
  readonly participantsWithoutVacancies: UnlistedParticipants;
  readonly changes: {
    readonly shortlists: number;
    readonly entered: number;
    readonly left: number;
    readonly moved: number;
  };
  /** Milliseconds of work; shards that ran at the same time are added up. */
  readonly milliseconds: { readonly waiting: number; readonly matching: number; readonly storing: number };
}

/** Adds up what the shards have given. */
export function batchReport(
  shards: readonly ShardResult[],
  participantsWithoutVacancies: UnlistedParticipants,
): BatchReport {
  const sum = (of: (shard: ShardResult) => number) => shards.reduce((total, shard) => total + of(shard), 0);
  const without = shards.flatMap((shard) => shard.withoutCandidates).sort();
  return {
    vacancies: sum((shard) => shard.vacancies),
    shortlists: sum((shard) => shard.shortlists),
    vacanciesWithoutCandidates: { count: without.length, ids: without.slice(0, listedIds) },
    participantsWithoutVacancies,
    changes: {
      shortlists: sum((shard) => shard.changed),
      entered: sum((shard) => shard.entered),
      left: sum((shard) => shard.left),
      moved: sum((shard) => shard.moved),
    },
    milliseconds: {
      waiting: Math.round(sum((shard) => shard.milliseconds.waiting)),
      matching: Math.round(sum((shard) => shard.milliseconds.matching)),
      storing: Math.round(
        sum(({ milliseconds: { total, waiting, matching } }) => total - waiting - matching),
      ),
    },
  };
}
