import type { Queryable } from "../database.ts";

/** Lets a change rest whose job failed for good, until it is replayed or the entity changes again. */
export async function restPendingChange(
  client: Queryable,
  { entity, id }: { readonly entity: "participant" | "vacancy"; readonly id: string },
): Promise<void> {
  await client.query("UPDATE pending_changes SET rests = true WHERE entity = $1 AND id = $2", [entity, id]);
}
