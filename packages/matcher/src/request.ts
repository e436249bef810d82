import { entityId, isoDate, JobbmatchError, parseWith } from "@jobbmatch/shared";
import * as z from "zod";
import { featureIds } from "./ranking/feature.ts";
import type { MatchContext } from "./rules/rule.ts";

const weight = z.number().min(0).max(10);

/** What to do with a pair about which a rule lacks knowledge: keep it with a question, or leave it out. */
export const unknownPolicy = z.enum(["keep", "exclude"]);
export type UnknownPolicy = z.infer<typeof unknownPolicy>;

/** How the best are found: from the texts that are near to the vacancy, or by a look at everybody. The same list either way. */
export const planKind = z.enum(["nearTexts", "everybody"]);
export type PlanKind = z.infer<typeof planKind>;

/** What can be set for one match. Every field has a default. */
export const matchRequest = z.strictObject({
  /** The most results, 1 to 10,000. @default 20 */
  limit: z.int().min(1).max(10_000).default(20),
  /** The most near misses, 0 to 1,000. @default 5 */
  nearMisses: z.int().min(0).max(1000).default(5),
  /** The day of the match, ISO date. @default today in Sweden */
  date: isoDate.default(() => today()),
  /** Units whose participants the asker may see. @default all */
  units: z.array(entityId).max(500).optional(),
  /** @default "keep" */
  unknown: unknownPolicy.default("keep"),
  /** Weights that differ from the default, 0 to 10 each; only their proportions matter. */
  weights: z.partialRecord(z.enum(featureIds), weight).default({}),
  /** Instead of what promises less work. Where there are too few texts for `nearTexts`, everybody is looked at. */
  plan: planKind.optional(),
});
export type MatchRequest = z.input<typeof matchRequest>;
export type CompleteMatchRequest = z.output<typeof matchRequest>;

/**
 * Fills in the defaults.
 *
 * @throws JobbmatchError `invalidRequest` with a problem for each field that is wrong.
 */
export function completeRequest(request: MatchRequest = {}): CompleteMatchRequest {
  return completeWith(matchRequest, request);
}

/** As `completeRequest`, for any kind of request. */
export function completeWith<Schema extends z.ZodType>(schema: Schema, request: unknown): z.output<Schema> {
  const parsed = parseWith(schema, request);
  if (parsed.ok) return parsed.value;
  const [first, ...rest] = parsed.problems.map((problem) => ({
    ...problem,
    code: "invalidRequest" as const,
  }));
  throw new JobbmatchError(first ?? { code: "invalidRequest", message: "the request is not valid" }, ...rest);
}

/** What rules are told of a request. */
export function contextOf({ date, units }: Pick<CompleteMatchRequest, "date" | "units">): MatchContext {
  return units === undefined ? { date } : { date, units };
}

const swedishDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", dateStyle: "short" });

/** The current day in Sweden, ISO date. */
export function today(): string {
  return swedishDay.format(new Date());
}
