import { entityId } from "@jobbmatch/shared";
import * as z from "zod";
import type { ListedBatchRun } from "../../storage/queries/list-batch-runs.ts";
import type { Asker } from "../asker.ts";
import type { Immutable } from "../reply.ts";

const count = z.int().min(0);
const counted = z.strictObject({
  count,
  ids: z
    .array(entityId)
    .meta({ description: "At most a thousand; empty for a key that does not see all units." }),
});

const report = z.strictObject({
  vacancies: count,
  shortlists: count,
  vacanciesWithoutCandidates: counted,
  participantsWithoutVacancies: counted,
  changes: z.strictObject({ shortlists: count, entered: count, left: count, moved: count }),
  milliseconds: z.strictObject({ waiting: z.number(), matching: z.number(), storing: z.number() }),
});

/** What storage holds may have more fields; an answer has those that are documented. */
const storedReport = z.object({
  ...report.shape,
  vacanciesWithoutCandidates: z.object(counted.shape),
  participantsWithoutVacancies: z.object(counted.shape),
});

export const batchAnswer = z
  .strictObject({
    id: z.string(),
    kind: z.string().meta({ description: "`nightly`, `manual`, or `catchUp` after many changes at once." }),
    state: z.enum(["running", "finished", "failed"]),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    position: count.meta({
      description: "Everything up to this position of the change log is matched anew.",
    }),
    shards: count,
    finishedShards: count,
    report: report.nullable().meta({ description: "What the run found; null until it is finished." }),
  })
  .meta({ id: "BatchRun" });
export type BatchAnswer = Immutable<z.infer<typeof batchAnswer>>;

/** A run as the asker may see it: ids of people of all units are for those who see all units. */
export function batchOf(run: ListedBatchRun, { units }: Asker): BatchAnswer {
  const { report: stored, ...fields } = run;
  const parsed = storedReport.safeParse(stored);
  if (!parsed.success) return { ...fields, report: null };
  if (units === null) return { ...fields, report: parsed.data };
  const { vacanciesWithoutCandidates, participantsWithoutVacancies } = parsed.data;
  const countsOnly = {
    vacanciesWithoutCandidates: { count: vacanciesWithoutCandidates.count, ids: [] },
    participantsWithoutVacancies: { count: participantsWithoutVacancies.count, ids: [] },
  };
  return { ...fields, report: { ...parsed.data, ...countsOnly } };
}
