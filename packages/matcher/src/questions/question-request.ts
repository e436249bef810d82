import * as z from "zod";
import { matchRequest } from "../request.ts";

/** What can be set when it is asked what to ask. Every field has a default. */
export const questionRequest = matchRequest.pick({ date: true, units: true }).extend({
  /** The most answers, 1 to 10,000. @default 20 */
  limit: z.int().min(1).max(10_000).default(20),
});
export type QuestionRequest = z.input<typeof questionRequest>;
