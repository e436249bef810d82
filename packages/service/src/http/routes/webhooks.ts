import { randomBytes } from "node:crypto";
import { entityId, JobbmatchError } from "@jobbmatch/shared";
import * as z from "zod";
import { eventKinds } from "../../storage/event.ts";
import { deleteWebhook } from "../../storage/queries/delete-webhook.ts";
import { insertWebhook } from "../../storage/queries/insert-webhook.ts";
import { listWebhooks } from "../../storage/queries/list-webhooks.ts";
import { updateWebhook } from "../../storage/queries/update-webhook.ts";
import { recordAction } from "../audit.ts";
import { grantedUnits } from "../granted-units.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { keepers } from "./common.ts";

const parameters = z.strictObject({ id: z.uuid() });
const kinds = z
  .array(z.enum(eventKinds))
  .min(1)
  .max(eventKinds.length)
  .nullable()
  .meta({ description: "Kinds of events to be told of; null: all." });
const url = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .meta({ description: "Where events are sent, as signed JSON." });

const fields = {
  id: z.uuid(),
  url: z.string(),
  units: z.array(entityId).nullable(),
  kinds: z.array(z.enum(eventKinds)).nullable(),
  active: z.boolean(),
  createdAt: z.iso.datetime(),
};
const webhookAnswer = z.strictObject(fields).meta({ id: "Webhook" });
const newWebhookAnswer = z
  .strictObject({
    ...fields,
    secret: z.string().meta({ description: "Told this once: deliveries are signed with it by HMAC-SHA256." }),
  })
  .meta({ id: "NewWebhook" });

const create = defineRoute({
  operation: "createWebhook",
  method: "post",
  path: "/v1/webhooks",
  tag: tags.events,
  summary: "Has events sent to an address",
  access: keepers,
  statuses: [201],
  body: z.strictObject({
    url,
    kinds: kinds.default(null),
    units: z
      .array(entityId)
      .min(1)
      .max(500)
      .optional()
      .meta({ description: "Units of whose events to be told. Absent: all that the key may see." }),
  }),
  answer: newWebhookAnswer,
  handle: async ({ body, context, services }) => {
    const secret = randomBytes(32).toString("base64url");
    const units = grantedUnits(context.asker, body.units);
    const webhook = await services.database.transaction(async (transaction) => {
      const made = await insertWebhook(transaction, { ...body, secret, units });
      await recordAction(transaction, context, {
        action: "webhook.created",
        entity: "webhook",
        entityId: made.id,
      });
      return made;
    });
    return {
      kind: "json",
      status: 201,
      body: { ...webhook, secret },
      location: `/v1/webhooks/${webhook.id}`,
    };
  },
});

const listAll = defineRoute({
  operation: "listWebhooks",
  method: "get",
  path: "/v1/webhooks",
  tag: tags.events,
  summary: "Webhooks, the oldest first; secrets are not told again",
  access: keepers,
  answer: z.strictObject({ items: z.array(webhookAnswer) }),
  handle: async ({ context, services }) => {
    const items = await listWebhooks(services.database, context.asker.units);
    return { kind: "json", body: { items } };
  },
});

const update = defineRoute({
  operation: "updateWebhook",
  method: "patch",
  path: "/v1/webhooks/{id}",
  tag: tags.events,
  summary: "Changes the address or the kinds of a webhook, or switches it on or off",
  access: keepers,
  problems: ["unknownResource"],
  parameters,
  body: z.strictObject({ url: url.optional(), kinds: kinds.optional(), active: z.boolean().optional() }),
  answer: webhookAnswer,
  handle: async ({ path: { id }, body, context, services }) => {
    const { units } = context.asker;
    const webhook = await services.database.transaction(async (transaction) => {
      const updated = await updateWebhook(transaction, { id, units, ...body });
      if (updated === undefined) throw unknownWebhook(id);
      await recordAction(transaction, context, {
        action: "webhook.changed",
        entity: "webhook",
        entityId: id,
      });
      return updated;
    });
    return { kind: "json", body: webhook };
  },
});

const remove = defineRoute({
  operation: "deleteWebhook",
  method: "delete",
  path: "/v1/webhooks/{id}",
  tag: tags.events,
  summary: "Ends a webhook; what was not delivered yet is dropped",
  access: keepers,
  statuses: [204],
  problems: ["unknownResource"],
  parameters,
  handle: async ({ path: { id }, context, services }) => {
    const { units } = context.asker;
    await services.database.transaction(async (transaction) => {
      if (!(await deleteWebhook(transaction, { id, units }))) throw unknownWebhook(id);
      await recordAction(transaction, context, {
        action: "webhook.deleted",
        entity: "webhook",
        entityId: id,
      });
    });
    return { kind: "empty" };
  },
});

function unknownWebhook(id: string): JobbmatchError {
  return new JobbmatchError({ code: "unknownResource", id, message: "there is no such webhook" });
}

export const webhookRoutes: readonly Route[] = [create, listAll, update, remove];
