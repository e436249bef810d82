import { entityId, isoDate } from "@jobbmatch/shared";
import * as z from "zod";
import type { Immutable } from "../reply.ts";
import { funnelAnswer } from "./assessment.ts";

const count = z.int().min(0);
const time = z.iso.datetime();

/** A stored shortlist holds numbers and outcomes, not a word of a profile; `explanations` has the texts. */
export const shortlistEntryAnswer = z
  .strictObject({
    participant: entityId,
    rank: z.int().min(1),
    score: z.number(),
    contributions: z.array(
      z.strictObject({
        feature: z.string(),
        value: z.number(),
        weight: z.number(),
        contribution: z.number(),
        known: z.boolean(),
      }),
    ),
    rules: z.array(z.strictObject({ rule: z.string(), outcome: z.enum(["pass", "fail", "unknown"]) })),
  })
  .meta({ id: "ShortlistEntry" });

const shortlistAnswer = z
  .strictObject({
    vacancy: entityId,
    unit: entityId,
    position: count.meta({ description: "The list has seen every change up to this one." }),
    date: isoDate,
    model: z.string(),
    rulesVersion: z.string(),
    computedAt: time,
    entries: z.array(shortlistEntryAnswer),
    funnel: funnelAnswer,
    nearMisses: z.array(shortlistEntryAnswer),
  })
  .meta({
    id: "Shortlist",
    description:
      "The funnel is of the moment when the list was last made for another reason than a participant's change.",
  });
export type ShortlistAnswer = Immutable<z.infer<typeof shortlistAnswer>>;

export const shortlistsAnswer = z.strictObject({
  vacancy: entityId,
  lists: z.array(shortlistAnswer).meta({ description: "One list for each unit that the key may see." }),
});

const ids = z.array(entityId);

export const shortlistChangeAnswer = z
  .strictObject({
    id: count,
    vacancy: entityId,
    unit: entityId,
    position: count,
    at: time,
    cause: z.string().meta({ description: "What made it change: `participant`, `vacancy` or `batch`." }),
    diff: z
      .strictObject({
        entered: ids,
        left: ids,
        moved: z.array(z.strictObject({ participant: entityId, from: z.int().min(1), to: z.int().min(1) })),
      })
      .meta({ id: "ShortlistDiff" }),
    entries: z.array(shortlistEntryAnswer).meta({ description: "The list after the change." }),
  })
  .meta({ id: "ShortlistChange" });
