import { entityId, isoDate } from "@jobbmatch/shared";
import * as z from "zod";
import type { Immutable } from "../reply.ts";
import { assessmentAnswer } from "./assessment.ts";
import { decisionAnswer } from "./decision.ts";

const count = z.int().min(0);
const time = z.iso.datetime();

const conclusions = {
  proposed: "The participant stood on the list.",
  participantNotThere: "The participant was not stored then.",
  vacancyNotThere: "The vacancy was not stored then.",
  changedSince: "One of them has changed since; the versions tell which.",
  ruleFailed: "A requirement was not met; `assessment` tells which.",
  noListYet: "Nobody had been on the list yet.",
  othersRankedHigher: "Others ranked higher; the list has a limited length.",
} as const;
export type Conclusion = keyof typeof conclusions;
const codes = Object.keys(conclusions) as [Conclusion, ...Conclusion[]];

const recordThen = z
  .strictObject({ version: count, position: count, kind: z.enum(["put", "delete"]), at: time })
  .nullable()
  .meta({ description: "The last change up to the end of the day." });

export const reviewAnswer = z
  .strictObject({
    participant: entityId,
    vacancy: entityId,
    unit: entityId,
    date: isoDate,
    conclusion: z.enum(codes).meta({
      description: Object.entries(conclusions)
        .map(([code, text]) => `\`${code}\`: ${text}`)
        .join(" "),
    }),
    shortlist: z
      .strictObject({
        at: time.meta({ description: "When the list became so." }),
        position: count,
        length: count,
        rank: z.int().min(1).nullable(),
        score: z.number().nullable(),
        lowestScore: z.number().nullable().meta({ description: "Score of the last one on the list." }),
      })
      .nullable(),
    participantThen: recordThen,
    vacancyThen: recordThen,
    decisions: z.array(decisionAnswer).meta({ description: "On the pair, up to the day." }),
    assessment: assessmentAnswer.nullable().meta({
      description: "How the pair is judged for that day, if neither has changed since.",
    }),
  })
  .meta({ id: "Review" });
export type ReviewAnswer = Immutable<z.infer<typeof reviewAnswer>>;
