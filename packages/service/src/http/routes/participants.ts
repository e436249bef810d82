import { entityId, participant } from "@jobbmatch/shared";
import * as z from "zod";
import { listParticipants } from "../../storage/queries/list-participants.ts";
import { readParticipant } from "../../storage/queries/read-participant.ts";
import { eraseParticipant } from "../../storage/records/erase-participant.ts";
import { writeAnswer, writtenReply } from "../answers/write.ts";
import { recordAction, recordLookUp } from "../audit.ts";
import { unitsFor } from "../match-query.ts";
import { checkVersion } from "../middleware/version-condition.ts";
import { decodeCursor, pageFrom, pageOf, pageQuery } from "../pagination.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { participantResource, patchRecord, putRecord, unknownRecord } from "../stored-records.ts";
import { keepers, mergePatchBody, mergePatchForm, readers, writers } from "./common.ts";

const parameters = z.strictObject({ id: entityId });
const document = participant.meta({ id: "Participant" });
const listName = "participants";

const listAll = defineRoute({
  operation: "listParticipants",
  method: "get",
  path: "/v1/participants",
  tag: tags.participants,
  summary: "Participants in the order of their ids",
  access: readers,
  problems: ["invalidCursor"],
  query: z.strictObject({ ...pageQuery, unit: entityId.optional() }),
  answer: pageOf(document).meta({ id: "ParticipantPage" }),
  handle: async ({ query: { cursor, limit, unit }, context, services }) => {
    const rows = await listParticipants(services.database, {
      after: decodeCursor(listName, cursor) ?? "",
      limit: limit + 1,
      units: unitsFor(context.asker, unit),
    });
    const page = pageFrom(rows, {
      list: listName,
      limit,
      keyOf: ({ body }) => body.id,
      itemOf: ({ body }) => body,
    });
    await recordLookUp({
      context,
      services,
      action: "participants.listed",
      participants: page.items.map(({ id }) => id),
    });
    return { kind: "json", body: page };
  },
});

const readOne = defineRoute({
  operation: "readParticipant",
  method: "get",
  path: "/v1/participants/{id}",
  tag: tags.participants,
  summary: "One participant",
  access: readers,
  problems: ["unknownParticipant"],
  parameters,
  answer: document,
  handle: async ({ path: { id }, context, services }) => {
    const { units } = context.asker;
    const stored = await readParticipant(services.database, { id, units });
    if (stored === undefined) throw unknownRecord("unknownParticipant", id);
    const { body, version } = stored;
    await recordLookUp({ context, services, action: "participant.read", participants: [id] });
    return { kind: "json", body, version };
  },
});

const putOne = defineRoute({
  operation: "putParticipant",
  method: "put",
  path: "/v1/participants/{id}",
  tag: tags.participants,
  summary: "Stores a participant; a newer version takes the place of an older one",
  access: writers,
  statuses: [200, 201],
  conditional: true,
  problems: ["staleVersion", "versionConflict", "unknownParticipant"],
  parameters,
  body: document,
  answer: writeAnswer,
  handle: async (request) => writtenReply(await putRecord(participantResource, request)),
});

const patchOne = defineRoute({
  operation: "patchParticipant",
  method: "patch",
  path: "/v1/participants/{id}",
  tag: tags.participants,
  summary: "Changes some fields of a participant (JSON Merge Patch); null makes a field unknown",
  access: writers,
  conditional: true,
  problems: ["staleVersion", "versionConflict", "unknownParticipant"],
  parameters,
  body: mergePatchBody,
  bodyForm: mergePatchForm,
  answer: writeAnswer,
  handle: async (request) => writtenReply(await patchRecord(participantResource, request)),
});

const eraseOne = defineRoute({
  operation: "eraseParticipant",
  method: "delete",
  path: "/v1/participants/{id}",
  tag: tags.participants,
  summary: "Erases a participant",
  description:
    "Removes the profile, its places on shortlists and in their history, and its decisions. Counts remain.",
  access: keepers,
  statuses: [204],
  conditional: true,
  problems: ["unknownParticipant"],
  parameters,
  handle: async ({ path: { id }, context, services }) => {
    const { asker, condition } = context;
    const { position } = await services.database.transaction(async (transaction) => {
      const erased = await eraseParticipant(transaction, {
        id,
        units: asker.units,
        check: (version) => checkVersion(condition, version),
      });
      await recordAction(transaction, context, {
        action: "participant.erased",
        entity: "participant",
        entityId: id,
      });
      return erased;
    });
    return { kind: "empty", position };
  },
});

export const participantRoutes: readonly Route[] = [listAll, readOne, putOne, patchOne, eraseOne];
