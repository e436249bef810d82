import { type Embedder, Matcher, today } from "@jobbmatch/matcher";
import { computeShortlist, emptyShortlist } from "../../src/rematching/compute-shortlist.ts";
import { isOpenOn } from "../../src/rematching/is-open-on.ts";
import type { Queryable } from "../../src/storage/database.ts";
import { unpackEntries } from "../../src/storage/packed-shortlist.ts";
import { readParticipantPages } from "../../src/storage/queries/read-participant-pages.ts";
import { readUnits } from "../../src/storage/queries/read-units.ts";
import { readVacancyPages } from "../../src/storage/queries/read-vacancy-pages.ts";
import { type ShortlistRow, shortlistColumns, shortlistOf } from "../../src/storage/queries/shortlist-row.ts";

/** Entries and near misses of each shortlist, by vacancy and unit. Empty ones are left out. */
export type Shortlists = Readonly<Record<string, unknown>>;

/** What a matcher computes that has just read the whole database, without index, log or queue. */
export async function freshShortlists(database: Queryable, embedder: Embedder): Promise<Shortlists> {
  const matcher = await Matcher.create({ embedder });
  await matcher.upsertParticipants(readParticipantPages(database));
  const shortlists: Record<string, unknown> = {};
  for await (const vacancy of readVacancyPages(database)) {
    await matcher.upsertVacancies([vacancy]);
    for (const unit of await readUnits(database)) {
      if (vacancy.units?.includes(unit) === false) continue;
      const question = { vacancy: vacancy.id, unit, date: today(), funnel: true };
      const list = isOpenOn(vacancy, question.date) ? computeShortlist(matcher, question) : emptyShortlist;
      const { judgedBy, entries, nearMisses } = (list ?? emptyShortlist).content;
      add(
        shortlists,
        `${vacancy.id} ${unit}`,
        unpackEntries(judgedBy, entries),
        unpackEntries(judgedBy, nearMisses),
      );
    }
  }
  return shortlists;
}

/** What is stored. */
export async function storedShortlists(database: Queryable): Promise<Shortlists> {
  const { rows } = await database.query<ShortlistRow>(`SELECT ${shortlistColumns} FROM shortlists`);
  const shortlists: Record<string, unknown> = {};
  for (const { vacancy, unit, entries, nearMisses } of rows.map(shortlistOf))
    add(shortlists, `${vacancy} ${unit}`, entries, nearMisses);
  return shortlists;
}

function add(
  shortlists: Record<string, unknown>,
  name: string,
  entries: readonly unknown[],
  nearMisses: readonly unknown[],
): void {
  if (entries.length + nearMisses.length === 0) return;
  shortlists[name] = JSON.parse(JSON.stringify({ entries, nearMisses }));
}
