import { errorCodes, type Problem } from "@jobbmatch/shared";
import * as z from "zod";

/** What became of one line of a bulk body. One such object is one line of the answer. */
const lineResult = z
  .strictObject({
    line: z.int().min(1).meta({ description: "Line of the body on which the record begins." }),
    outcome: z.enum(["stored", "unchanged", "removed", "rejected"]),
    id: z.string().optional(),
    version: z.int().optional(),
    position: z.int().optional().meta({ description: "Place of the write in the change log." }),
    masked: z
      .array(z.strictObject({ field: z.string(), kind: z.string(), count: z.int() }))
      .optional()
      .meta({ description: "Personal data that was masked before it was stored." }),
    recognised: z.int().optional().meta({ description: "Requirements that were read in the ad's text." }),
    problems: z
      .array(
        z.strictObject({
          code: z.enum(errorCodes),
          message: z.string(),
          id: z.string().optional(),
          field: z.string().optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: "LineResult" });
export type LineResult = z.infer<typeof lineResult>;

/** A line that was not taken, with why. */
export function rejected(line: number, id: string | undefined, problems: readonly Problem[]): LineResult {
  return {
    line,
    outcome: "rejected",
    ...(id === undefined ? {} : { id }),
    problems: problems.slice(0, 20).map(({ line: _line, ...problem }) => problem),
  };
}
