import { createHash } from "node:crypto";
import type { Queryable } from "../database.ts";
import type { NewShortlist } from "../shortlist.ts";

/**
 * Stores shortlists of one unit. One that an index computed which had seen more is left as it is. Of one that holds what
 * it held before, only the small things are written: whose entries and near misses are the same is told by their digest.
 * One without a funnel that is not stored yet is left out.
 *
 * @param changed ids of vacancies whose shortlists are known to hold something else.
 * @returns ids of the vacancies whose shortlists were stored.
 */
export async function saveShortlists(
  client: Queryable,
  shortlists: readonly NewShortlist[],
  changed: ReadonlySet<string> = new Set(),
): Promise<ReadonlySet<string>> {
  const lists = shortlists.map(packed);
  const same = await saveSame(
    client,
    lists.filter(({ vacancy }) => !changed.has(vacancy)),
  );
  const others = await saveChanged(
    client,
    lists.filter(({ vacancy }) => !same.includes(vacancy)),
  );
  return new Set([...same, ...others]);
}

interface Packed {
  readonly vacancy: string;
  /** The list without its content, as JSON. */
  readonly small: string;
  /** Judging, entries and near misses, as JSON: made once for the digest and the server. */
  readonly content: string;
}

function packed({ content: packedList, ...small }: NewShortlist): Packed {
  const content = JSON.stringify(packedList);
  const digest = createHash("md5").update(content).digest("base64");
  return { vacancy: small.vacancy, small: JSON.stringify({ ...small, digest }), content };
}

type Row = { readonly vacancy_id: string };

async function saveSame(client: Queryable, lists: readonly Packed[]): Promise<readonly string[]> {
  if (lists.length === 0) return [];
  const { rows } = await client.query<Row>(
    `UPDATE shortlists
     SET position = fresh.position, date = fresh.date, model = fresh.model, rules_version = fresh."rulesVersion",
         computed_at = now(), funnel = coalesce(fresh.funnel, shortlists.funnel)
     FROM jsonb_to_recordset($1::jsonb) AS fresh
       (vacancy text, unit text, position bigint, date date, model text, "rulesVersion" text, digest text, funnel jsonb)
     WHERE shortlists.vacancy_id = fresh.vacancy AND shortlists.unit = fresh.unit
       AND shortlists.digest = fresh.digest AND shortlists.position <= fresh.position
     RETURNING vacancy_id`,
    [`[${lists.map(({ small }) => small).join()}]`],
  );
  return rows.map(({ vacancy_id }) => vacancy_id);
}

async function saveChanged(client: Queryable, lists: readonly Packed[]): Promise<readonly string[]> {
  if (lists.length === 0) return [];
  const { rows } = await client.query<Row>(
    `INSERT INTO shortlists
       (vacancy_id, unit, position, date, model, rules_version, computed_at, funnel, digest,
        judged_by, entries, near_misses)
     SELECT vacancy, fresh.unit, fresh.position, fresh.date, fresh.model, "rulesVersion", now(),
            coalesce(fresh.funnel, former.funnel), fresh.digest,
            content -> 'judgedBy', content -> 'entries', content -> 'nearMisses'
     FROM jsonb_to_recordset($1::jsonb) AS fresh
       (vacancy text, unit text, position bigint, date date, model text, "rulesVersion" text, digest text, funnel jsonb,
        content jsonb)
     LEFT JOIN shortlists AS former ON former.vacancy_id = vacancy AND former.unit = fresh.unit
     WHERE fresh.funnel IS NOT NULL OR former.funnel IS NOT NULL
     ON CONFLICT (vacancy_id, unit) DO UPDATE
     SET position = excluded.position, date = excluded.date, model = excluded.model,
         rules_version = excluded.rules_version, computed_at = excluded.computed_at, funnel = excluded.funnel,
         digest = excluded.digest, judged_by = excluded.judged_by, entries = excluded.entries,
         near_misses = excluded.near_misses
     WHERE shortlists.position <= excluded.position
     RETURNING vacancy_id`,
    [`[${lists.map(({ small, content }) => `${small.slice(0, -1)},"content":${content}}`).join()}]`],
  );
  return rows.map(({ vacancy_id }) => vacancy_id);
}
