import type { Queryable } from "../database.ts";
import type { VisibleUnits } from "../visible.ts";

/** Removes a webhook and what was to be sent to it. @returns whether there was one that may be seen. */
export async function deleteWebhook(
  client: Queryable,
  { id, units }: { readonly id: string; readonly units: VisibleUnits },
): Promise<boolean> {
  const { rows } = await client.query(
    "DELETE FROM webhooks WHERE id = $1::uuid AND ($2::text[] IS NULL OR units <@ $2::text[]) RETURNING id",
    [id, units],
  );
  return rows.length > 0;
}
