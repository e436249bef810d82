import { today } from "@jobbmatch/matcher";
import type { IndexReplica } from "../index-replica/index-replica.ts";
import { inLockedUnit, waitForIndex } from "../rematching/in-locked-unit.ts";
import { isOpenOn } from "../rematching/is-open-on.ts";
import { type Refreshed, refreshShortlists } from "../rematching/refresh-shortlists.ts";
import type { Database } from "../storage/database.ts";
import type { WaitingShard } from "../storage/queries/read-batch-shard.ts";
import { readUnits } from "../storage/queries/read-units.ts";
import { readVacancyStates } from "../storage/queries/read-vacancy-states.ts";
import type { ShardResult } from "./shard-result.ts";

export interface MatchShardOptions {
  readonly database: Database;
  readonly replica: IndexReplica;
  /** The current day, ISO date. @default today in Sweden */
  readonly today?: () => string;
}

/** A shard with its number in the run. */
export interface NumberedShard extends WaitingShard {
  readonly number: number;
}

/** Makes the shortlists of a shard's vacancies anew in every unit. Doing so again changes nothing. */
export async function matchShard(options: MatchShardOptions, shard: NumberedShard): Promise<ShardResult> {
  const { database, replica } = options;
  const begun = performance.now();
  await waitForIndex(replica, shard.position);
  const waiting = performance.now() - begun;
  const date = (options.today ?? today)();
  const refreshed: Refreshed[] = [];
  for (const unit of rotated(await readUnits(database), shard.number)) {
    const request = { unit, vacancies: shard.vacancies, date, causeOf: () => "batch" as const };
    refreshed.push(
      await inLockedUnit({ database, replica, unit }, (client) =>
        refreshShortlists(client, replica, request),
      ),
    );
  }
  const counts = countsOf(refreshed);
  return {
    ...counts,
    vacancies: shard.vacancies.length,
    withoutCandidates: await withoutCandidates(database, { shard, refreshed, date }),
    milliseconds: {
      waiting,
      matching: refreshed.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
      total: performance.now() - begun,
    },
  };
}

/** Shards that are matched at the same time begin with different units, so that none waits for the other's lock. */
function rotated<Item>(items: readonly Item[], by: number): readonly Item[] {
  const first = by % Math.max(1, items.length);
  return [...items.slice(first), ...items.slice(0, first)];
}

function countsOf(refreshed: readonly Refreshed[]) {
  const diffs = refreshed.flatMap((each) => each.diffs);
  const sum = (of: (diff: (typeof diffs)[number]) => readonly unknown[]) =>
    diffs.reduce((total, diff) => total + of(diff).length, 0);
  return {
    shortlists: refreshed.reduce((total, { stored }) => total + stored.size, 0),
    changed: diffs.length,
    entered: sum(({ entered }) => entered),
    left: sum(({ left }) => left),
    moved: sum(({ moved }) => moved),
  };
}

interface Finding {
  readonly shard: WaitingShard;
  readonly refreshed: readonly Refreshed[];
  readonly date: string;
}

async function withoutCandidates(database: Database, { shard, refreshed, date }: Finding): Promise<string[]> {
  const states = await readVacancyStates(database, shard.vacancies);
  const filled = new Set(
    refreshed.flatMap(({ stored }) =>
      [...stored].flatMap(([id, { entries }]) => (entries.length > 0 ? [id] : [])),
    ),
  );
  return [...states.values()]
    .filter((state) => isOpenOn(state, date) && !filled.has(state.id))
    .map(({ id }) => id);
}
