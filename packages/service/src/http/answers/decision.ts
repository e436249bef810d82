import { declineReasons, entityId, isoDate, outcomes } from "@jobbmatch/shared";
import * as z from "zod";
import { decisionStates } from "../../storage/decision.ts";
import { storedDay } from "../query-fields.ts";

const pair = {
  participant: entityId,
  vacancy: entityId,
  date: storedDay.optional().meta({ description: "The day it happened. Absent: today in Sweden." }),
};
const statesWithoutReason = ["proposed", "accepted", "interview", "placed", "followUp", "hired"] as const;

/** What somebody decided. Reasons are codes: nothing about health or benefits, and no running text. */
export const decisionBody = z
  .discriminatedUnion("state", [
    z.strictObject({ ...pair, state: z.enum(statesWithoutReason) }),
    z.strictObject({ ...pair, state: z.literal("declined"), reason: z.enum(declineReasons) }),
    z.strictObject({ ...pair, state: z.literal("ended"), reason: z.enum(outcomes) }),
  ])
  .meta({ id: "NewDecision" });

export const decisionAnswer = z
  .strictObject({
    id: z.string(),
    number: z.int().min(1),
    participant: entityId,
    vacancy: entityId,
    unit: entityId,
    state: z.enum(decisionStates),
    reason: z.string().nullable(),
    placementType: z.string().nullable(),
    date: isoDate,
    at: z.iso.datetime(),
    keyId: z.string().meta({ description: "Who decided." }),
    model: z.string(),
    rulesVersion: z.string(),
    indexPosition: z.int().min(0).meta({ description: "What the index had seen." }),
    inputHash: z.string().meta({ description: "SHA-256 of participant and vacancy as they were." }),
  })
  .meta({ id: "Decision" });
