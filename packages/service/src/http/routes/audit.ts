import { entityId } from "@jobbmatch/shared";
import * as z from "zod";
import { listAudit } from "../../storage/queries/list-audit.ts";
import { auditAnswer } from "../answers/audit.ts";
import { unitsFor } from "../match-query.ts";
import { decodeNumberCursor, pageFrom, pageOf, pageQuery } from "../pagination.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { administrators } from "./common.ts";

const listName = "audit";

const listEntries = defineRoute({
  operation: "listAudit",
  method: "get",
  path: "/v1/audit",
  tag: tags.operation,
  summary: "Who looked at whom or decided what, when and why; the newest first",
  access: administrators,
  problems: ["invalidCursor"],
  query: z.strictObject({
    ...pageQuery,
    participant: entityId.optional().meta({ description: "Only what concerns this participant." }),
    key: z
      .string()
      .regex(/^[a-z0-9]{1,32}$/)
      .optional()
      .meta({ description: "Only what this key did." }),
    action: z
      .string()
      .regex(/^[A-Za-z.]{1,60}$/)
      .optional(),
    unit: entityId.optional(),
  }),
  answer: pageOf(auditAnswer).meta({ id: "AuditPage" }),
  handle: async ({ query, context, services }) => {
    const { cursor, limit, participant, key, action, unit } = query;
    const rows = await listAudit(services.database, {
      units: unitsFor(context.asker, unit),
      participant,
      keyId: key,
      action,
      before: decodeNumberCursor(listName, cursor) ?? null,
      limit: limit + 1,
    });
    const page = pageFrom(rows, {
      list: listName,
      limit,
      keyOf: ({ id }) => String(id),
      itemOf: (entry) => entry,
    });
    return { kind: "json", body: page };
  },
});

export const auditRoutes: readonly Route[] = [listEntries];
