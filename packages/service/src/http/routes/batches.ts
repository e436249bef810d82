import { JobbmatchError } from "@jobbmatch/shared";
import * as z from "zod";
import { listBatchRuns } from "../../storage/queries/list-batch-runs.ts";
import { batchAnswer, batchOf } from "../answers/batch.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { administrators } from "./common.ts";

const startBatch = defineRoute({
  operation: "startBatch",
  method: "post",
  path: "/v1/batches",
  tag: tags.batches,
  summary: "Starts a run in which every shortlist is made anew; two runs never overlap",
  access: administrators,
  statuses: [202],
  problems: ["conflict"],
  answer: z.strictObject({ id: z.string() }),
  handle: async ({ services }) => {
    const { id } = await services.batches.start("manual");
    return { kind: "json", status: 202, body: { id }, location: `/v1/batches/${id}` };
  },
});

const listAll = defineRoute({
  operation: "listBatches",
  method: "get",
  path: "/v1/batches",
  tag: tags.batches,
  summary: "The last hundred runs, the newest first",
  access: administrators,
  answer: z.strictObject({ items: z.array(batchAnswer) }),
  handle: async ({ context, services }) => {
    const runs = await listBatchRuns(services.database, { limit: 100 });
    return { kind: "json", body: { items: runs.map((run) => batchOf(run, context.asker)) } };
  },
});

const readOne = defineRoute({
  operation: "readBatch",
  method: "get",
  path: "/v1/batches/{id}",
  tag: tags.batches,
  summary: "How far a run has come, and what it found",
  access: administrators,
  problems: ["unknownResource"],
  parameters: z.strictObject({ id: z.uuid() }),
  answer: batchAnswer,
  handle: async ({ path: { id }, context, services }) => {
    const [run] = await listBatchRuns(services.database, { id, limit: 1 });
    if (run === undefined)
      throw new JobbmatchError({ code: "unknownResource", id, message: "there is no such run" });
    return { kind: "json", body: batchOf(run, context.asker) };
  },
});

export const batchRoutes: readonly Route[] = [startBatch, listAll, readOne];
