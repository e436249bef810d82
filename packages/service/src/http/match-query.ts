import { featureIds, type MatchRequest } from "@jobbmatch/matcher";
import { entityId, isoDate } from "@jobbmatch/shared";
import * as z from "zod";
import { isVisible } from "../storage/visible.ts";
import type { Asker } from "./asker.ts";
import { integerText } from "./query-fields.ts";

const weightsObject = z.partialRecord(z.enum(featureIds), z.number().min(0).max(10));

const weightPattern = `(?:${featureIds.join("|")}):(?:10|\\d(?:\\.\\d{1,3})?)`;
const weightsText = z
  .string()
  .regex(new RegExp(`^${weightPattern}(?:,${weightPattern})*$`), "expected FEATURE:WEIGHT,…")
  .max(300)
  .transform((text) => Object.fromEntries(text.split(",").map(readWeight)))
  .pipe(weightsObject);

function readWeight(pair: string): readonly [string, number] {
  const [feature = "", weight] = pair.split(":");
  return [feature, Number(weight)];
}

const unit = entityId
  .optional()
  .meta({ description: "Only people of this unit. Absent: all that the key may see." });
const date = isoDate.optional().meta({ description: "The day of the match. Absent: today in Sweden." });
const unknown = z
  .enum(["keep", "exclude"])
  .default("keep")
  .meta({ description: "What to do where a profile does not tell: keep with a question, or leave out." });

/** What a match can be asked for in a query. */
export const matchQuery = z.strictObject({
  limit: integerText(z.int().min(1).max(500)).default(20).meta({ description: "The most results." }),
  nearMisses: integerText(z.int().min(0).max(100)).default(5).meta({ description: "The most near misses." }),
  date,
  unknown,
  unit,
  weights: weightsText.optional().meta({ description: "Weights that differ, such as `distance:2,wish:0`." }),
});

/** The same in the body of a request. */
export const matchSettings = z.strictObject({
  limit: z.int().min(1).max(500).default(20),
  nearMisses: z.int().min(0).max(100).default(5),
  date,
  unknown,
  unit,
  weights: weightsObject.optional(),
});
export type MatchSettings = z.output<typeof matchSettings>;

/** A request to the engine that never reaches beyond what the asker may see. */
export function requestFor(
  asker: Pick<Asker, "units">,
  settings: MatchSettings,
  today: string,
): MatchRequest & { date: string } {
  const { limit, nearMisses, unknown: policy, weights } = settings;
  const units = unitsFor(asker, settings.unit);
  return {
    limit,
    nearMisses,
    unknown: policy,
    date: settings.date ?? today,
    ...(weights === undefined ? {} : { weights }),
    ...(units === null ? {} : { units: [...units] }),
  };
}

/** Units that a request concerns: those of the asker, or one of them. One that the asker may not see is nobody's. */
export function unitsFor(asker: Pick<Asker, "units">, wanted: string | undefined): readonly string[] | null {
  if (wanted === undefined) return asker.units;
  return isVisible(wanted, asker.units) ? [wanted] : [];
}
