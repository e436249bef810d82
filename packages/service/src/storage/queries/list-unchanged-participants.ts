import type { Queryable } from "../database.ts";

/** Participants whose record has not changed since a time (ISO), those unchanged for longest first. */
export async function listUnchangedParticipants(
  client: Queryable,
  { before, limit }: { readonly before: string; readonly limit: number },
): Promise<readonly { readonly id: string; readonly unit: string }[]> {
  const { rows } = await client.query<{ id: string; unit: string }>(
    "SELECT id, unit FROM participants WHERE updated_at < $1 ORDER BY updated_at LIMIT $2",
    [before, limit],
  );
  return rows;
}
