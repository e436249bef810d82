import { createHash } from "node:crypto";
import { entityId } from "@jobbmatch/shared";
import * as z from "zod";
import { checkDecision } from "../../placements/check-decision.ts";
import { rulesVersion } from "../../rematching/rules-version.ts";
import { listDecisions } from "../../storage/queries/list-decisions.ts";
import { readParticipant } from "../../storage/queries/read-participant.ts";
import { readVacancy } from "../../storage/queries/read-vacancy.ts";
import { addDecision } from "../../storage/records/add-decision.ts";
import { decisionAnswer, decisionBody } from "../answers/decision.ts";
import { recordLookUp } from "../audit.ts";
import { unitsFor } from "../match-query.ts";
import { decodeNumberCursor, pageFrom, pageOf, pageQuery } from "../pagination.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { unknownRecord } from "../stored-records.ts";
import { readers } from "./common.ts";

const listName = "decisions";

const makeDecision = defineRoute({
  operation: "makeDecision",
  method: "post",
  path: "/v1/decisions",
  tag: tags.decisions,
  summary: "Notes what somebody decided about a participant and a vacancy, with what the engine knew then",
  access: readers,
  statuses: [201],
  idempotent: true,
  problems: ["unknownParticipant", "unknownVacancy", "invalidTransition", "invalidDate"],
  body: decisionBody,
  answer: decisionAnswer,
  handle: async ({ body, context, services }) => {
    const { asker, reason: why } = context;
    const { units } = asker;
    const decision = await services.database.transaction(async (transaction) => {
      const participant = await readParticipant(transaction, { id: body.participant, units });
      if (participant === undefined) throw unknownRecord("unknownParticipant", body.participant);
      const vacancy = await readVacancy(transaction, { id: body.vacancy, units });
      if (vacancy === undefined) throw unknownRecord("unknownVacancy", body.vacancy);
      const made = {
        participant: body.participant,
        vacancy: body.vacancy,
        unit: participant.body.unit,
        state: body.state,
        reason: "reason" in body ? body.reason : null,
        placementType: vacancy.body.placementType ?? null,
        date: body.date ?? services.today(),
        keyId: asker.keyId,
        model: services.model,
        rulesVersion,
        indexPosition: services.replica.position,
        inputHash: hashOf([participant.body, vacancy.body]),
      };
      await checkDecision(transaction, made);
      return addDecision(transaction, made, why ?? null);
    });
    return { kind: "json", status: 201, body: decision };
  },
});

/** The database gives the fields of a record in an order of its own, so equal records have equal texts. */
function hashOf(records: readonly object[]): string {
  return createHash("sha256").update(JSON.stringify(records)).digest("hex");
}

const listAll = defineRoute({
  operation: "listDecisions",
  method: "get",
  path: "/v1/decisions",
  tag: tags.decisions,
  summary: "Decisions in the order in which they were made",
  access: readers,
  problems: ["invalidCursor"],
  query: z.strictObject({
    ...pageQuery,
    participant: entityId.optional(),
    vacancy: entityId.optional(),
    unit: entityId.optional(),
  }),
  answer: pageOf(decisionAnswer).meta({ id: "DecisionPage" }),
  handle: async ({ query, context, services }) => {
    const { cursor, limit, unit, participant, vacancy } = query;
    const rows = await listDecisions(services.database, {
      after: decodeNumberCursor(listName, cursor),
      limit: limit + 1,
      units: unitsFor(context.asker, unit),
      participant,
      vacancy,
    });
    const page = pageFrom(rows, {
      list: listName,
      limit,
      keyOf: ({ number }) => String(number),
      itemOf: (decision) => decision,
    });
    const participants = page.items.map(({ participant: id }) => id);
    await recordLookUp({ context, services, action: "decisions.read", participants });
    return { kind: "json", body: page };
  },
});

export const decisionRoutes: readonly Route[] = [makeDecision, listAll];
