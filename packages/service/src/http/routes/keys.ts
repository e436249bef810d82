import { entityId, JobbmatchError } from "@jobbmatch/shared";
import * as z from "zod";
import { type ApiKey, roles } from "../../access/api-key.ts";
import { createKey, rotateKey } from "../../access/keys.ts";
import type { Queryable } from "../../storage/database.ts";
import { listKeys } from "../../storage/queries/list-keys.ts";
import { readKey } from "../../storage/queries/read-key.ts";
import { revokeKey } from "../../storage/queries/revoke-key.ts";
import type { Asker } from "../asker.ts";
import { recordAction } from "../audit.ts";
import { grantedUnits } from "../granted-units.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { administrators } from "./common.ts";

const keyId = z.string().regex(/^[a-z0-9]{1,32}$/);
const parameters = z.strictObject({ id: keyId });
const time = z.iso.datetime();

const keyAnswer = z
  .strictObject({
    id: keyId,
    name: z.string(),
    role: z.enum(roles),
    units: z
      .array(entityId)
      .nullable()
      .meta({ description: "Units whose people the key may see; null: all." }),
    createdAt: time,
    expiresAt: time.nullable(),
    revokedAt: time.nullable(),
  })
  .meta({ id: "ApiKey" });

const newKeyAnswer = z
  .strictObject({
    key: keyAnswer,
    token: z.string().meta({ description: "Told this once; it is not stored." }),
  })
  .meta({ id: "NewApiKey" });

const create = defineRoute({
  operation: "createKey",
  method: "post",
  path: "/v1/keys",
  tag: tags.operation,
  summary: "Makes an API key",
  access: administrators,
  statuses: [201],
  body: z.strictObject({
    name: z
      .string()
      .regex(/^[\p{L}\p{N} ._:/-]{1,100}$/u)
      .meta({ description: "What the key is for, such as the name of a system. Not a person's name." }),
    role: z.enum(roles),
    units: z.array(entityId).max(500).nullable().optional().meta({
      description: "Units whose people the key may see; null or absent: all that the asker may see.",
    }),
    expiresAt: time.nullable().default(null),
  }),
  answer: newKeyAnswer,
  handle: async ({ body, context, services }) => {
    const units = grantedUnits(context.asker, body.units ?? undefined);
    const created = await services.database.transaction(async (transaction) => {
      const made = await createKey(transaction, { ...body, units });
      await recordAction(transaction, context, {
        action: "key.created",
        entity: "key",
        entityId: made.key.id,
      });
      return made;
    });
    return { kind: "json", status: 201, body: created };
  },
});

const listAll = defineRoute({
  operation: "listKeys",
  method: "get",
  path: "/v1/keys",
  tag: tags.operation,
  summary: "API keys, also those that are revoked or expired; secrets are nowhere",
  access: administrators,
  answer: z.strictObject({ items: z.array(keyAnswer) }),
  handle: async ({ context, services }) => {
    const keys = await listKeys(services.database);
    return { kind: "json", body: { items: keys.filter((key) => mayManage(context.asker, key)) } };
  },
});

const revoke = defineRoute({
  operation: "revokeKey",
  method: "delete",
  path: "/v1/keys/{id}",
  tag: tags.operation,
  summary: "Revokes a key; every process refuses it within a second",
  access: administrators,
  statuses: [204],
  problems: ["unknownResource"],
  parameters,
  handle: async ({ path: { id }, context, services }) => {
    await services.database.transaction(async (transaction) => {
      await checkKey(transaction, context.asker, id);
      if (!(await revokeKey(transaction, id))) throw unknownKey(id);
      await recordAction(transaction, context, { action: "key.revoked", entity: "key", entityId: id });
    });
    return { kind: "empty" };
  },
});

const rotate = defineRoute({
  operation: "rotateKey",
  method: "post",
  path: "/v1/keys/{id}/rotation",
  tag: tags.operation,
  summary: "Makes a key that may do the same; the old one goes on for a while",
  access: administrators,
  statuses: [201],
  problems: ["unknownResource"],
  parameters,
  body: z.strictObject({
    graceSeconds: z
      .int()
      .min(0)
      .max(2_592_000)
      .default(86_400)
      .meta({ description: "How long the old key works." }),
  }),
  answer: newKeyAnswer,
  handle: async ({ path: { id }, body, context, services }) => {
    const created = await services.database.transaction(async (transaction) => {
      await checkKey(transaction, context.asker, id);
      const made = await rotateKey(transaction, { id, graceSeconds: body.graceSeconds });
      const details = { successor: made.key.id };
      await recordAction(transaction, context, {
        action: "key.rotated",
        entity: "key",
        entityId: id,
        details,
      });
      return made;
    });
    return { kind: "json", status: 201, body: created };
  },
});

/** Somebody who sees some units only does not learn of keys that see more. */
function mayManage({ units }: Asker, key: Pick<ApiKey, "units">): boolean {
  return units === null || (key.units?.every((unit) => units.includes(unit)) ?? false);
}

/** @throws JobbmatchError `unknownResource`, also for a key that the asker may not manage. */
async function checkKey(client: Queryable, asker: Asker, id: string): Promise<void> {
  const stored = await readKey(client, id);
  if (stored === undefined || !mayManage(asker, stored.key)) throw unknownKey(id);
}

function unknownKey(id: string): JobbmatchError {
  return new JobbmatchError({ code: "unknownResource", id, message: "there is no such key" });
}

export const keyRoutes: readonly Route[] = [create, listAll, revoke, rotate];
