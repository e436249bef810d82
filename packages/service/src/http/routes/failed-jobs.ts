import { JobbmatchError } from "@jobbmatch/shared";
import * as z from "zod";
import { queueNames } from "../../queue/job-data.ts";
import { recordAction } from "../audit.ts";
import { failedJob, listFailedJobs } from "../failed-jobs.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { administrators } from "./common.ts";

const jobAnswer = z
  .strictObject({
    queue: z.enum(queueNames),
    id: z.string(),
    data: z.record(z.string(), z.unknown()).meta({ description: "Ids, versions and positions." }),
    attempts: z.int().min(0),
    failedAt: z.iso.datetime().nullable(),
    code: z.string().meta({ description: "Kind of the failure." }),
  })
  .meta({ id: "FailedJob" });

const listAll = defineRoute({
  operation: "listFailedJobs",
  method: "get",
  path: "/v1/failed-jobs",
  tag: tags.operation,
  summary: "Jobs that failed for good and rest until somebody replays them, at most a hundred of each queue",
  access: administrators,
  answer: z.strictObject({ items: z.array(jobAnswer) }),
  handle: async ({ services }) => ({ kind: "json", body: { items: await listFailedJobs(services.queues) } }),
});

const replay = defineRoute({
  operation: "replayFailedJob",
  method: "post",
  path: "/v1/failed-jobs/{queue}/{id}/replay",
  tag: tags.operation,
  summary: "Tries a failed job again",
  access: administrators,
  statuses: [202],
  problems: ["unknownResource", "conflict"],
  parameters: z.strictObject({ queue: z.enum(queueNames), id: z.string().regex(/^[\w:.-]{1,200}$/) }),
  answer: z.strictObject({ queue: z.enum(queueNames), id: z.string() }),
  handle: async ({ path: { queue, id }, context, services }) => {
    const job = await failedJob(services.queues, queue, id);
    if (job === undefined)
      throw new JobbmatchError({ code: "unknownResource", id, message: "there is no such failed job" });
    await job.retry("failed");
    await recordAction(services.database, context, { action: "job.replayed", entity: queue, entityId: id });
    return { kind: "json", status: 202, body: { queue, id } };
  },
});

export const failedJobRoutes: readonly Route[] = [listAll, replay];
