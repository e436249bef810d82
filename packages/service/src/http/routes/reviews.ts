import { entityId } from "@jobbmatch/shared";
import * as z from "zod";
import { reviewAnswer } from "../answers/review.ts";
import { recordLookUp } from "../audit.ts";
import { storedDay } from "../query-fields.ts";
import { reviewOf } from "../review.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { readers } from "./common.ts";

const readReview = defineRoute({
  operation: "readReview",
  method: "get",
  path: "/v1/reviews/{participant}/{vacancy}/{date}",
  tag: tags.decisions,
  summary: "Why a participant was or was not proposed for a vacancy on a day",
  description:
    "From the kept lists, the change log and the decisions; nothing is guessed about what has changed since.",
  access: readers,
  readsIndex: true,
  problems: ["unknownParticipant", "unknownVacancy"],
  parameters: z.strictObject({ participant: entityId, vacancy: entityId, date: storedDay }),
  answer: reviewAnswer,
  handle: async ({ path, context, services }) => {
    const body = await reviewOf(path, context.asker, services);
    const { participant, vacancy } = path;
    await recordLookUp({ context, services, action: "review.read", vacancy, participants: [participant] });
    return { kind: "json", body };
  },
});

export const reviewRoutes: readonly Route[] = [readReview];
