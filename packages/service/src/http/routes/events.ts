import { JobbmatchError } from "@jobbmatch/shared";
import * as z from "zod";
import { eventKinds } from "../../storage/event.ts";
import { eventStream } from "../events/event-stream.ts";
import { unitsFor } from "../match-query.ts";
import { integerText } from "../query-fields.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { readers } from "./common.ts";

const kindsText = z
  .string()
  .max(300)
  .regex(/^[a-z.]+(?:,[a-z.]+)*$/)
  .transform((text) => text.split(","))
  .pipe(z.array(z.enum(eventKinds)));

const listen = defineRoute({
  operation: "listenToEvents",
  method: "get",
  path: "/v1/events",
  tag: tags.events,
  summary: "What happens, as server-sent events; `Last-Event-ID` goes on where a listener left off",
  access: readers,
  unlimited: true,
  mediaTypes: ["text/event-stream"],
  query: z.strictObject({
    after: integerText(z.int().min(0))
      .optional()
      .meta({ description: "Id after which to begin. Absent: with what happens from now on." }),
    kinds: kindsText
      .optional()
      .meta({ description: "Only these kinds, such as `shortlist.changed,decision.made`." }),
  }),
  handle: async ({ query, context, services }) => ({
    kind: "stream",
    mediaType: "text/event-stream",
    chunks: await eventStream(services, {
      after: readLastEventId(context.lastEventId) ?? query.after,
      kinds: query.kinds ?? null,
      units: unitsFor(context.asker, undefined),
      signal: context.signal,
    }),
  }),
});

function readLastEventId(header: string | undefined): number | undefined {
  if (header === undefined || header === "") return undefined;
  if (/^\d{1,15}$/.test(header)) return Number(header);
  throw new JobbmatchError({
    code: "invalidRequest",
    field: "Last-Event-ID",
    message: "expected an event's id",
  });
}

export const eventRoutes: readonly Route[] = [listen];
