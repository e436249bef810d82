import { JobbmatchError } from "@jobbmatch/shared";
import * as z from "zod";
import { defineRoute, type Route, tags } from "../route.ts";

const isAlive = defineRoute({
  operation: "isAlive",
  method: "get",
  path: "/healthz",
  tag: tags.operation,
  summary: "Whether the process runs",
  access: "public",
  answer: z.strictObject({ status: z.literal("alive") }),
  handle: async () => ({ kind: "json", body: { status: "alive" as const } }),
});

const isReady = defineRoute({
  operation: "isReady",
  method: "get",
  path: "/readyz",
  tag: tags.operation,
  summary: "Whether the process can answer: its index has caught up and the database answers",
  access: "public",
  problems: ["notCaughtUp"],
  answer: z.strictObject({ status: z.literal("ready"), position: z.int().min(0) }),
  handle: async ({ services: { replica, database } }) => {
    if (!replica.isReady)
      throw new JobbmatchError({ code: "notCaughtUp", message: "the index has not caught up yet" });
    await database.query("SELECT 1");
    return { kind: "json", body: { status: "ready" as const, position: replica.position } };
  },
});

const readMetrics = defineRoute({
  operation: "readMetrics",
  method: "get",
  path: "/metrics",
  tag: tags.operation,
  summary: "Measurements of this process, for Prometheus",
  access: ["admin"],
  mediaTypes: ["text/plain"],
  handle: async ({ services: { metrics, measure } }) => {
    await measure();
    return { kind: "text", mediaType: metrics.registry.contentType, text: await metrics.registry.metrics() };
  },
});

export const operationRoutes: readonly Route[] = [isAlive, isReady, readMetrics];
