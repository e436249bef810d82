import { entityId } from "@jobbmatch/shared";
import * as z from "zod";
import type { Immutable, Reply } from "../reply.ts";
import type { StoredOutcome } from "../stored-records.ts";

/** What became of a record that was sent. */
export const writeAnswer = z
  .strictObject({
    id: entityId,
    version: z.int().min(0),
    outcome: z.enum(["created", "updated", "unchanged", "removed"]),
    masked: z
      .array(z.strictObject({ field: z.string(), kind: z.string(), count: z.int().min(1) }))
      .meta({ description: "Personal data in texts that was masked before it was stored." }),
  })
  .meta({ id: "Written" });

/** The answer to a write, with its version and position in the headers. */
export function writtenReply({
  written,
  masked,
}: StoredOutcome): Reply<Immutable<z.output<typeof writeAnswer>>> {
  const { id, version, position, outcome } = written;
  return {
    kind: "json",
    status: outcome === "created" ? 201 : 200,
    body: { id, version, outcome, masked: [...masked] },
    version,
    position,
  };
}
