import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { Queryable } from "../database.ts";

/** What became of the records of one kind. */
export interface ChangedRecords<Body> {
  /** Those that are there now, as they are now. */
  readonly present: readonly Body[];
  /** Ids of those that are gone, and of those that were removed and came back. */
  readonly removed: readonly string[];
}

/** Consecutive changes, taken together. */
export interface ChangeWindow {
  readonly participants: ChangedRecords<Participant>;
  readonly vacancies: ChangedRecords<Vacancy>;
  /** Position of the last change; where reading began if there is none. */
  readonly position: number;
  /** Whether there was nothing more when this was read. */
  readonly isLast: boolean;
}

interface Row {
  readonly entity: "participant" | "vacancy";
  readonly id: string;
  readonly was_removed: boolean;
  readonly participant: Participant | null;
  readonly vacancy: Vacancy | null;
  readonly position: number;
  readonly changes: number;
}

/**
 * The changes after a position. One statement, so that log and records are of the same moment. It is asked many times a
 * second: the server keeps its plan, since neither the limit, which is part of the text, nor the place, which is a query of
 * its own, makes another one look better. Planning took it six times as long as carrying out. Records are looked for one
 * by one: joined, it read all vacancies as long as they are few.
 */
export async function readChanges(
  client: Queryable,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<ChangeWindow> {
  const { rows } = await client.query<Row>(
    `WITH recent AS (
       SELECT position, entity, id, kind FROM change_log WHERE position > (SELECT $1::bigint) ORDER BY position LIMIT ${Math.trunc(limit)}
     ), changed AS (
       SELECT entity, id, bool_or(kind = 'delete') AS was_removed, max(position) AS position, count(*) AS changes
       FROM recent GROUP BY entity, id
     )
     SELECT entity, id, was_removed, position, changes,
            (SELECT body FROM participants WHERE entity = 'participant' AND participants.id = changed.id) AS participant,
            (SELECT body FROM vacancies WHERE entity = 'vacancy' AND vacancies.id = changed.id) AS vacancy
     FROM changed ORDER BY position`,
    [after],
  );
  return {
    participants: recordsOf(rows, "participant"),
    vacancies: recordsOf(rows, "vacancy"),
    position: rows.at(-1)?.position ?? after,
    isLast: rows.reduce((sum, { changes }) => sum + changes, 0) < limit,
  };
}

function recordsOf<Entity extends "participant" | "vacancy">(
  rows: readonly Row[],
  entity: Entity,
): ChangedRecords<NonNullable<Row[Entity]>> {
  const ofKind = rows.filter((row) => row.entity === entity);
  return {
    present: ofKind.flatMap((row) => row[entity] ?? []),
    removed: ofKind.filter((row) => row.was_removed || row[entity] === null).map(({ id }) => id),
  };
}
