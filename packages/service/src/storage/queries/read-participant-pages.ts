import type { Participant } from "@jobbmatch/shared";
import type { Queryable } from "../database.ts";

const pageSize = 1000;

/** All participants by id, a page at a time. What changes while they are read may or may not be among them. */
export async function* readParticipantPages(client: Queryable): AsyncGenerator<Participant> {
  for (let after = ""; ; ) {
    const { rows } = await client.query<{ id: string; body: Participant }>(
      'SELECT id, body FROM participants WHERE id COLLATE "C" > $1 ORDER BY id COLLATE "C" LIMIT $2',
      [after, pageSize],
    );
    for (const { body } of rows) yield body;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
