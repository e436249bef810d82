import * as z from "zod";
import type { Role } from "../../access/api-key.ts";
import type { BodyForm } from "../route.ts";

/** Who may look at people and places. */
export const readers: readonly Role[] = ["matcher", "app", "admin"];
/** Who may change single records: what a person answers to a question is written down by the one who asked. */
export const writers: readonly Role[] = ["matcher", "app", "admin"];
/** Who may send records by the thousand, and remove them. */
export const keepers: readonly Role[] = ["app", "admin"];
/** Who runs the service. */
export const administrators: readonly Role[] = ["admin"];

export const mergePatchForm: BodyForm = {
  kind: "json",
  mediaTypes: ["application/merge-patch+json", "application/json"],
};

/** Fields of the record; what they may hold is checked when they are put into it. */
export const mergePatchBody = z
  .record(z.string(), z.unknown())
  .meta({ id: "MergePatch", description: "Fields that change; null removes a field." });

export const recordsForm: BodyForm = {
  kind: "records",
  mediaTypes: ["application/x-ndjson", "application/json"],
};

export const resultsType = "application/x-ndjson";
