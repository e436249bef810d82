import * as z from "zod";

const fields = {
  id: z.int().min(1),
  at: z.iso.datetime(),
  keyId: z.string(),
  action: z.string(),
  entity: z.string().nullable(),
  entityId: z.string().nullable(),
  unit: z.string().nullable(),
  reason: z.string().nullable().meta({ description: "As the asker gave it in `Jobbmatch-Reason`." }),
};

export const auditAnswer = z
  .strictObject({
    ...fields,
    details: z.record(z.string(), z.unknown()).meta({ description: "Ids, codes and counts." }),
  })
  .meta({ id: "AuditEntry" });

/** Details may name others who were on the same list. */
export const auditAnswerWithoutDetails = z.strictObject(fields).meta({ id: "AuditEntryWithoutDetails" });
