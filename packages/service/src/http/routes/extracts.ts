import { entityId, participant } from "@jobbmatch/shared";
import * as z from "zod";
import { readParticipant } from "../../storage/queries/read-participant.ts";
import { registerExtract } from "../../storage/records/register-extract.ts";
import { auditAnswerWithoutDetails } from "../answers/audit.ts";
import { decisionAnswer } from "../answers/decision.ts";
import { shortlistEntryAnswer } from "../answers/shortlist.ts";
import { recordLookUp } from "../audit.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { unknownRecord } from "../stored-records.ts";
import { keepers } from "./common.ts";

const extractAnswer = z
  .strictObject({
    participant,
    updatedAt: z.iso.datetime(),
    shortlists: z
      .array(z.strictObject({ vacancy: entityId, entry: shortlistEntryAnswer }))
      .meta({ description: "Where the person stands now; nobody else who is there." }),
    decisions: z.array(decisionAnswer),
    audit: z
      .array(auditAnswerWithoutDetails)
      .meta({ description: "Who looked at the person, the newest first." }),
  })
  .meta({ id: "RegisterExtract" });

const readExtract = defineRoute({
  operation: "readRegisterExtract",
  method: "get",
  path: "/v1/participants/{id}/extract",
  tag: tags.participants,
  summary: "Everything that is stored about a participant, for the person who asks (registerutdrag)",
  access: keepers,
  problems: ["unknownParticipant"],
  parameters: z.strictObject({ id: entityId }),
  answer: extractAnswer,
  handle: async ({ path: { id }, context, services }) => {
    const { database } = services;
    const visible = await readParticipant(database, { id, units: context.asker.units });
    if (visible === undefined) throw unknownRecord("unknownParticipant", id);
    await recordLookUp({ context, services, action: "participant.extracted", participants: [id] });
    return { kind: "json", body: await registerExtract(database, id) };
  },
});

export const extractRoutes: readonly Route[] = [readExtract];
